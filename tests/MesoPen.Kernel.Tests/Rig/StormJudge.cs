namespace MesoPen.Kernel.Tests.Rig;

/// <summary>Looks at device, session and disk after every step, and adds up for itself: plain integers, nothing of the kernel's arithmetic.</summary>
internal sealed class StormJudge(PaperDevice device, TreatmentPlan plan, StormOptions options)
{
    // Zone 1 is planned for exactly this: 8 points of 20 µL.
    public const long ZoneMaxNl = 160_000;
    public const long SessionMaxNl = 280_000;
    public const long SticksMax = 9;

    private (int Records, int Truths, uint PermitId, uint Boot) _looked;
    private int _truthSeen;
    private long _deliveredNl;
    private readonly Dictionary<ushort, long> _zoneNl = [];
    private readonly Dictionary<ushort, int> _zoneShots = [];
    private int _sticks;

    /// <summary>Whether the device's journal has lost an entry: then the ledger may say more than the truth, never less.</summary>
    public bool EntryLost { get; set; }

    /// <summary>After every step.</summary>
    public void Look(Session session, List<SessionRecord> disk)
    {
        CountTruth();
        foreach (ZonePlan zone in plan.Zones)
        {
            long truth = _zoneNl.GetValueOrDefault(zone.Tag);
            Assert.True(truth <= ZoneMaxNl + options.OverrunNl, $"Zone {zone.Zone} has {truth} nL.");
            int shots = _zoneShots.GetValueOrDefault(zone.Tag);
            Assert.True(shots <= zone.Points, $"Zone {zone.Zone} has {shots} shots.");
            RequireCovered(session.Ledger, zone, truth, "the session");
        }

        Assert.True(_deliveredNl <= SessionMaxNl + options.OverrunNl, $"The session has {_deliveredNl} nL.");

        (int, int, uint, uint) looked = (disk.Count, _truthSeen, device.PermitId, device.Boot);
        if (looked != _looked)
        {
            _looked = looked;
            LookAtDisk(disk);
        }

        Assert.True(session.Fault is null || session.Fault.Number < 200, $"Fault {session.Fault?.Number} without cause.");
        Assert.False(session.IsIn(SessionState.Armed) && session.Ledger.UnknownShots > 0, "Armed with unknown shots.");
    }

    /// <summary>At every event.</summary>
    public void LookAt(SessionEvent happened, IReadOnlyList<Effect> effects, Session session, List<SessionRecord> disk)
    {
        if (happened is SessionEvent.Stop)
        {
            Assert.IsType<Effect.Stop>(effects[0]);
        }

        if (effects.OfType<Effect.Record>().Any(record => record.Records.Any(each => each is SessionRecord.NeedleChanged)))
        {
            // The operator has put a new one on.
            _sticks = 0;
        }

        Assert.DoesNotContain(effects.Skip(1), effect => effect is Effect.Stop);
        foreach (Effect.Grant grant in effects.OfType<Effect.Grant>())
        {
            Assert.True(session.IsIn(SessionState.Armed), $"A grant while {session.State}.");
            Assert.Null(session.RecordsFail);
            Assert.Contains(new SessionRecord.PermitIntended(grant.Permit), disk);
        }
    }

    /// <summary>When the session is closed and everything is written.</summary>
    public void AtTheEnd(Session session, List<SessionRecord> disk)
    {
        CountTruth();
        DoseLedger replayed = DoseLedger.Replay(disk);
        Assert.Equal(session.Ledger.Shots, replayed.Shots);
        Assert.Equal(session.Ledger.Delivered, replayed.Delivered);
        Assert.Equal(0, replayed.OpenShots);
        Assert.Equal(0, replayed.UnknownShots);
        Assert.Equal(device.Truth.Select(shot => shot.Index), replayed.Shots.Select(shot => shot.Index));
        if (EntryLost)
        {
            Assert.True(replayed.Delivered.Nl >= _deliveredNl);
            return;
        }

        Assert.Equal(_deliveredNl, replayed.Delivered.Nl);
        foreach ((PaperShot truth, Shot told) in device.Truth.Zip(replayed.Shots))
        {
            Assert.Equal(PaperDevice.Wire(truth), told);
        }

        Assert.Equal(options.ForeignShots, disk.OfType<SessionRecord.ForeignShot>().Count());
    }

    private void CountTruth()
    {
        for (; _truthSeen < device.Truth.Count; _truthSeen++)
        {
            PaperShot shot = device.Truth[_truthSeen];
            _deliveredNl += shot.VolumeNl;
            _zoneNl[shot.Zone] = _zoneNl.GetValueOrDefault(shot.Zone) + shot.VolumeNl;
            _zoneShots[shot.Zone] = _zoneShots.GetValueOrDefault(shot.Zone) + (shot.Delivered ? 1 : 0);
            _sticks++;
            Assert.True(_sticks <= SticksMax, $"{_sticks} shots with one needle head.");
        }
    }

    /// <summary>What a host would know that crashed now.</summary>
    private void LookAtDisk(List<SessionRecord> disk)
    {
        DoseLedger replayed = DoseLedger.Replay(disk);
        foreach (ZonePlan zone in plan.Zones)
        {
            RequireCovered(replayed, zone, _zoneNl.GetValueOrDefault(zone.Tag), "the disk");
        }

        bool known = replayed.Open is { } open && open.BootId == device.Boot && open.Id >= device.PermitId;
        Assert.True(known || device.PermitId == 0, "A permit lives that the disk counts as closed.");
    }

    private void RequireCovered(DoseLedger ledger, ZonePlan zone, long truthNl, string where)
    {
        long told = ledger.Zone(zone.Tag).Delivered.Nl + ledger.Unknown(zone.Tag).Nl + ((long)options.OverrunNl * ledger.OpenShots);
        Assert.True(told >= truthNl, $"Of {zone.Zone}, {where} tells {told} nL, the truth is {truthNl} nL.");
    }
}
