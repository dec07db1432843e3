using BenchmarkDotNet.Attributes;
using MesoPen.Protocol;
using MesoPen.Simulator;

namespace MesoPen.Benchmarks;

/// <summary>A millisecond of a device: firmware, plant and operator.</summary>
public class DeviceTickBenchmarks : IDisposable
{
    private const int Ticks = 1_000;

    private readonly DeviceDriver _idle = new(OperatorPace.Off);
    private readonly DeviceDriver _armed = new(OperatorPace.Off);
    private readonly DeviceDriver _delivering = new(OperatorPace.Fast);

    [GlobalSetup(Target = nameof(Armed))]
    public void MakeArmed()
    {
        _armed.MakeReady(TriggerMode.Single);
        _armed.Arm();
    }

    [GlobalSetup(Target = nameof(Delivering))]
    public void MakeDelivering()
    {
        _delivering.MakeReady(TriggerMode.Single);
        _delivering.Arm();
    }

    /// <summary>Switched on, nobody at the line.</summary>
    [Benchmark(OperationsPerInvoke = Ticks)]
    public void Idle()
    {
        for (int i = 0; i < Ticks; i++)
        {
            _idle.StepAlone();
        }
    }

    /// <summary>A permit is live and renewed, nobody shoots.</summary>
    [Benchmark(OperationsPerInvoke = Ticks)]
    public DeviceState Armed()
    {
        for (int i = 0; i < Ticks; i++)
        {
            _armed.Step();
        }

        return _armed.State == DeviceState.Armed ? _armed.State : throw new InvalidOperationException($"The device is {_armed.State}.");
    }

    /// <summary>An operator shoots as fast as the device allows, 8 to 9 shots a second; the permit is extended and the journal stored.</summary>
    [Benchmark(OperationsPerInvoke = Ticks)]
    public uint Delivering()
    {
        uint before = _delivering.Shots;
        for (int i = 0; i < Ticks; i++)
        {
            _delivering.Step();
        }

        uint shots = _delivering.Shots - before;
        return shots is >= 7 and <= 10 ? shots : throw new InvalidOperationException($"{shots} shots in a second: {_delivering.State}.");
    }

    public void Dispose()
    {
        _idle.Dispose();
        _armed.Dispose();
        _delivering.Dispose();
        GC.SuppressFinalize(this);
    }
}
