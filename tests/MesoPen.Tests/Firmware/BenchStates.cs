using MesoPen.Protocol;

namespace MesoPen.Tests.Firmware;

/// <summary>Brings a ready bench into each state of the device.</summary>
internal static class BenchStates
{
    public static Bench In(DeviceState state, Bench? from = null)
    {
        Bench bench = from ?? new Bench();
        bench.MakeReady();
        switch (state)
        {
            case DeviceState.Armed:
                bench.Arm();
                break;
            case DeviceState.Delivering:
                bench.Arm();
                bench.BeginShot();
                bench.Run(30);
                break;
            case DeviceState.Priming:
                bench.Send(new PrimeRequest(bench.NextMotionId(), PrimePurpose.Prime, 100_000));
                break;
            case DeviceState.Moving:
                bench.Send(new SelfTestRequest(bench.NextMotionId()));
                break;
            case DeviceState.Stopped:
                bench.Send(default(StopRequest));
                break;
            case DeviceState.Faulted:
                bench.Plant.TemperatureCc = 5000;
                bench.Run(1);
                bench.Plant.TemperatureCc = 2400;
                break;
            default:
                break;
        }

        Assert.Equal(state, bench.Status.State);
        return bench;
    }
}
