using MesoPen.Host.Control;
using MesoPen.Kernel;
using MesoPen.Protocol;
using MesoPen.Simulator;

namespace MesoPen.Tests.Treatment;

/// <summary>Another program at the same device, and a device that never gets ready.</summary>
public sealed class TreatmentStrangerTests
{
    private const int LimitMs = 60_000;

    [Fact]
    [Trait("Requirement", "SR-064")]
    public void Stop_that_something_else_released_is_asked_for_again()
    {
        // A clear that was repeated late, or another host, releases the device while the session is stopped: it is stopped again at once, and
        // not found idle under a session that says stopped.
        using VirtualTreatment treatment = new(new VirtualTreatmentOptions { Input = ShortPlans.LongZone, Operator = OperatorPace.Fast, AnswerMs = 5 });
        treatment.StartHost();
        Assert.True(treatment.Until(() => treatment.Device.Plant.Shot == 2, LimitMs));
        treatment.Stop();
        Assert.True(treatment.Until(() => treatment.Device.Status?.State == DeviceState.Stopped && treatment.Host!.Session.StandsStill, 1000));
        treatment.EndHost();
        treatment.StartHost();
        treatment.Host!.Desk.Away = true;
        Assert.True(treatment.Until(() => treatment.Host.Session is { StandsStill: true, Settled: true }, 3000));
        uint seq = treatment.Device.Status!.Value.FaultSeq;

        treatment.SendAlone(new FaultClearRequest(seq));

        Assert.True(treatment.Until(() => treatment.Device.Status is { State: DeviceState.Stopped, FaultSeq: var now } && now > seq, 500));
        Assert.Equal(SessionState.EmergencyStopped, treatment.Host.Session.State);
    }

    [Fact]
    public void Device_that_refuses_every_prime_is_not_asked_for_ever_and_the_end_of_its_ids_is_no_overflow()
    {
        // Another program used the last request id of the boot: until the device is switched off and on it refuses every prime. With --yes
        // nobody would notice: prime, refusal, prime again, each with rows in the journal, as fast as the line allows.
        using VirtualTreatment treatment = new(new VirtualTreatmentOptions { Input = ShortPlans.LongZone, AnswerMs = 5 });
        treatment.SendAlone(new SelfTestRequest(uint.MaxValue));
        treatment.Until(() => false, 500);
        int primes = 0;
        treatment.Sent = (type, _) => primes += type == MessageType.Prime ? 1 : 0;
        treatment.StartHost();

        Assert.Equal(TreatmentOutcome.Refused, treatment.RunToOutcome(LimitMs));
        Assert.Equal(5, primes);
    }
}
