using MesoPen.Kernel.Tests.Rig;

namespace MesoPen.Kernel.Tests.Sessions;

/// <summary>A host that died at any instant goes on from its records and the device's journal.</summary>
public sealed class RestoreTests
{
    [Fact]
    [Trait("Requirement", "SR-098")]
    public void Records_of_any_instant_give_the_same_ledger_and_lead_to_the_end()
    {
        // Aim: a treatment of 14 shots with a pause, a fault and a lost event; the host dies after every single record in turn.
        Bench whole = new();
        Treat(whole, troubled: true);
        Assert.True(whole.Session.Ledger.Closed);
        Assert.True(whole.Records.Count > 30, $"Only {whole.Records.Count} records.");
        for (int cut = 0; cut < whole.Records.Count; cut++)
        {
            // The same treatment up to that record: then the host is gone, and the device goes on until its lease lapses.
            Bench first = new();
            List<SessionRecord> disk = RunUntil(first, cut);
            Bench second = new() { Device = first.Device, Now = first.Now };
            second.Session.Restore(disk);
            foreach (ZonePlan zone in whole.Plan.Zones)
            {
                long truth = first.Device.Truth.Where(shot => shot.Zone == zone.Tag).Sum(shot => (long)shot.VolumeNl);
                long told = second.Session.Ledger.Zone(zone.Tag).Delivered.Nl + second.Session.Ledger.Unknown(zone.Tag).Nl;
                Assert.True(told >= truth, $"Cut at {cut}: {told} nL told of {zone.Zone}, {truth} nL are true.");
            }

            second.Device.End(second.Device.DoseUnderWayNl / 2);
            second.Device.Pass(300);
            Treat(second, troubled: false);
            Assert.True(second.Session.Ledger.Closed, $"Cut at {cut}: {second.Session.State}.");
            List<SessionRecord> all = [.. disk, .. second.Records];
            DoseLedger ledger = DoseLedger.Replay(all);
            Assert.Equal(first.Device.Truth.Select(PaperDevice.Wire), ledger.Shots);
            Assert.All(whole.Plan.Zones, zone => Assert.Equal(zone.Points, ledger.Zone(zone.Tag).DeliveredShots));
        }
    }

    [Theory]
    [InlineData(SessionState.Faulted, 10)]
    [InlineData(SessionState.EmergencyStopped, 1)]
    [Trait("Requirement", "SR-064")]
    public void Latch_survives_a_restart(SessionState state, int fault)
    {
        // Aim: the power was cut over host and device; the device has forgotten its stop, the records have not.
        Bench before = Stage.At(state);
        Bench bench = new() { Device = before.Device };
        bench.Session.Restore(before.Records);
        Assert.Equal(state, bench.Session.State);
        Assert.Equal(fault, bench.Session.Fault!.Number);
        bench.Device.Reset(0);
        bench.Connect();
        Assert.Equal(state, bench.Session.State);
        Assert.Equal(1, bench.Device.Fault);
        bench.Do(new SessionEvent.Clear(bench.Now, "Ada", "the patient is well"));
        bench.Settle();
        Assert.Equal(SessionState.Ready, bench.Session.State);
        Session released = new(bench.Plan, new LimitSet([]), Plans.Options());
        released.Restore([.. before.Records, .. bench.Records]);
        Assert.Equal(SessionState.Disconnected, released.State);
        Assert.Null(released.Fault);
    }

    [Fact]
    [Trait("Requirement", "SR-064")]
    public void Fault_of_the_hosts_own_survives_a_restart()
    {
        // Aim: what the device does not know of itself is known from the records alone.
        Bench before = Stage.At(SessionState.Ready);
        before.Do(new SessionEvent.Journal(
            before.Now, [new Shot(41, 1, ShotAnswer.Delivered, false, default, new Volume(20_000), 77, 100, 0, 0)], null));
        before.Do(new SessionEvent.Stop(before.Now, "Ada"));
        Session restored = new(before.Plan, new LimitSet([]), Plans.Options());
        restored.Restore(before.Records);
        Assert.Equal(202, restored.Fault!.Number);
        Assert.Equal(SessionState.EmergencyStopped, restored.State);
    }

    [Fact]
    [Trait("Requirement", "SR-123")]
    public void Confirmations_do_not_survive_a_restart()
    {
        // Aim: who resumes confirms again that patient and needle are as they should be.
        Bench before = Stage.At(SessionState.Ready);
        Bench bench = new() { Device = before.Device };
        bench.Session.Restore(before.Records);
        bench.Connect();
        Assert.Equal(SessionState.Ready, bench.Session.State);
        Assert.Equal(10, bench.Session.ArmBlockers(Plans.Cheek(), bench.Now).Count);
    }

    [Fact]
    public void Closed_session_stays_closed()
    {
        // Aim: nothing is armed in a session whose record is complete.
        Bench before = Stage.At(SessionState.Ready);
        before.Do(new SessionEvent.Close(before.Now, "stopped"));
        Bench bench = new() { Device = before.Device };
        bench.Session.Restore(before.Records);
        bench.ToReady();
        Assert.Equal(["a session that is not closed"], bench.Session.ArmBlockers(Plans.Cheek(), bench.Now));
    }

    [Fact]
    [Trait("Requirement", "SR-006")]
    public void Restored_session_gives_no_permit_id_twice()
    {
        // Aim: an id names one permit for ever, in whatever boot.
        Bench before = Stage.At(SessionState.Waiting);
        before.Shoot();
        Bench bench = new() { Device = before.Device };
        bench.Device.Reset(0);
        bench.Session.Restore(before.Records);
        bench.ToReady();
        bench.Arm();
        Assert.Equal(3u, bench.Granted[^1].Id);
    }

    /// <summary>Runs the troubled treatment until so many records are written, and gives those; the host is dead from there on.</summary>
    private static List<SessionRecord> RunUntil(Bench bench, int count)
    {
        bench.StopAfterRecords = count;
        try
        {
            Treat(bench, troubled: true);
        }
        catch (HostDiedException)
        {
            // The rest of the script is what the dead host would have done.
        }

        return bench.Records[..count];
    }

    private static void Treat(Bench bench, bool troubled)
    {
        if (!bench.Session.IsIn(SessionState.Stopped))
        {
            bench.Connect();
        }

        for (int i = 0; i < 60 && !bench.Session.Ledger.Closed; i++)
        {
            if (bench.Session.Device is null)
            {
                bench.Connect();
            }

            DriveOn(bench);
            if (bench.Session.IsIn(SessionState.Armed))
            {
                ShootWithTrouble(bench, troubled ? i : -1);
            }
        }
    }

    private static void DriveOn(Bench bench)
    {
        switch (bench.Session.State)
        {
            case SessionState.Standby: bench.Do(new SessionEvent.Prime(bench.Now)); break;
            case SessionState.Faulted or SessionState.EmergencyStopped: bench.Do(new SessionEvent.Clear(bench.Now, "Ada", "well")); break;
            case SessionState.Ready or SessionState.Paused:
                ZonePlan? next = bench.Plan.Zones.FirstOrDefault(zone => bench.Session.Remaining(zone) > 0);
                bench.Do(new SessionEvent.Confirm(bench.Now, Readiness.All, "Ada"));
                bench.Do(next is null ? new SessionEvent.Close(bench.Now, "completed") : new SessionEvent.Arm(bench.Now, next.Tag));
                break;
            default: break;
        }

        bench.Settle();
    }

    private static void ShootWithTrouble(Bench bench, int turn)
    {
        bench.BeginShot();
        switch (turn)
        {
            case 5:
                bench.Do(new SessionEvent.Pause(bench.Now, "to look"));
                break;
            case 8:
                bench.Device.Break(10);
                break;
            case 11:
                bench.Device.End(20_000);
                break;
            default: break;
        }

        bench.EndShot();
        bench.Settle();
    }
}
