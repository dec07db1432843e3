using MesoPen.Kernel.Tests.Rig;

namespace MesoPen.Kernel.Tests.Sessions;

public sealed class LyingDeviceTests
{
    [Fact]
    [Trait("Requirement", "SR-071")]
    public void Lease_is_at_most_that_of_the_protocol_whatever_the_device_says_of_itself()
    {
        // Aim: a device that claims a lease of a minute would stay armed for a minute without its host.
        Bench bench = new();
        bench.Identity = bench.Identity with { LeaseMaxMs = 60_000 };
        bench.ToArmed();
        Assert.Equal(250, Assert.Single(bench.Granted).LeaseMs);
    }

    [Theory]
    [InlineData(uint.MaxValue, 0)]
    [InlineData(0, long.MaxValue)]
    [Trait("Requirement", "SR-106")]
    public void Counters_at_their_end_while_armed_are_a_fault_and_not_an_overflow(uint permitIdSeen, long volumeNl)
    {
        // Aim: the next permit's id and limits are sums of what the device says; it says nonsense, or another program revoked the last id there is.
        Bench bench = new();
        bench.ToArmed();
        bench.Device.Pass(1);
        DeviceSnapshot honest = bench.Device.Status();
        bench.Do(new SessionEvent.StatusSeen(bench.Now, honest with
        {
            PermitIdSeen = Math.Max(honest.PermitIdSeen, permitIdSeen),
            VolumeCounter = new Volume(Math.Max(honest.VolumeCounter.Nl, volumeNl)),
        }));
        bench.Shoot();
        Assert.Equal((SessionState.Faulted, FaultCatalogue.CountersContradict), (bench.Session.State, bench.Session.Fault?.Number));
    }
}
