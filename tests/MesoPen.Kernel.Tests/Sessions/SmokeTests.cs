using MesoPen.Kernel.Tests.Rig;

namespace MesoPen.Kernel.Tests.Sessions;

public sealed class SmokeTests
{
    [Fact]
    public void Plan_of_two_zones_completes()
    {
        // Aim: the whole way once, without trouble: every point a shot, every shot in the ledger, the device disarmed at the end.
        Bench bench = new();
        bench.ToReady();
        Assert.Equal(SessionState.Ready, bench.Session.State);
        foreach (ZonePlan zone in bench.Plan.Zones)
        {
            bench.Arm(zone.Tag);
            Assert.Equal(SessionState.Waiting, bench.Session.State);
            for (int i = 0; i < zone.Points; i++)
            {
                bench.Shoot();
            }

            bench.Settle();
            Assert.Equal(SessionState.Ready, bench.Session.State);
        }

        bench.Do(new SessionEvent.Close(bench.Now, "completed"));
        Assert.Equal(14, bench.Device.Truth.Count);
        Assert.Equal(14 * 20_000, bench.Session.Ledger.Delivered.Nl);
        Assert.Equal(14, bench.Session.Ledger.Shots.Count);
        Assert.True(bench.Session.Settled);
        Assert.Equal(0u, bench.Device.PermitId);
        Assert.Equal(54u, bench.Device.AckedUpTo);
    }
}
