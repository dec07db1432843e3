using MesoPen.Kernel.Tests.Rig;

namespace MesoPen.Kernel.Tests.ModelCheck;

/// <summary>The true session among an abstract device, link, host, disk and person: from one situation to the next, by a move.</summary>
internal sealed partial class Model
{
    public const int DoseNl = 20_000;

    /// <summary>Points of zone 1 and zone 2.</summary>
    public static readonly int[] Points = [3, 1];

    private readonly Defect _defect;
    private readonly Bounds _bounds;

    public Model(Bounds bounds, Defect defect = Defect.None)
    {
        (_bounds, _defect) = (bounds, defect);
        Plan = Plans.Plan(Plans.Cheek(Points[0]), Plans.Brow(Points[1]));
        LimitSet limits = new(
        [
            Plans.Limit(LimitKind.ZoneVolumeMax, Points[0] * DoseNl),
            Plans.Limit(LimitKind.SessionVolumeMax, Points.Sum() * DoseNl),
        ]);
        Sessions = new SessionBook(Plan, limits, Plans.Options(window: 2));
        Disks = new DiskBook(Sessions, defect);
    }

    public TreatmentPlan Plan { get; }

    public SessionBook Sessions { get; }

    public DiskBook Disks { get; }

    /// <summary>Nothing has happened yet: the host seeks the device for the first time.</summary>
    public Situation Unconnected() =>
        Seek(new Situation(Disks.Empty.Restored, Gun.New, Wires.Cut, HostSide.New(_bounds.Upsets), Disks.Empty));

    /// <summary>What comes after a move; null if it is not possible.</summary>
    public Situation? After(Situation now, Move move)
    {
        if (Try(now, move) is not { } next) { return null; }
        next = Pump(next);
        return ReferenceEquals(next.Wires, now.Wires) ? next : next with { Wires = next.Wires.Normal() };
    }

    /// <summary>Every move that may be possible, in a fixed order.</summary>
    public IEnumerable<Move> Thinkable(Situation now)
    {
        for (byte i = 0; i < now.Wires.Up.Count; i++)
        {
            yield return new(MoveKind.RequestArrives, i);
            if (now.Wires.Up[i].Body is Effect.Grant) { yield return new(MoveKind.RequestArrivesTooLate, i); }
        }

        for (byte i = 0; i < now.Wires.Down.Count; i++) { yield return new(MoveKind.WordIsHeard, i); }
        foreach (MoveKind kind in Simple) { yield return new(kind); }
        if (now.Host.Unwritten.Count < _bounds.Waiting)
        {
            yield return new(MoveKind.PersonArms, 1);
            yield return new(MoveKind.PersonArms, 2);
            foreach (MoveKind kind in Personal) { yield return new(kind); }
        }

        if (now.Host.Upsets == 0) { yield break; }
        foreach (MoveKind kind in Upsetting) { yield return new(kind); }
        for (byte i = 0; i <= now.Host.Unwritten.Count - now.Host.Told; i++) { yield return new(MoveKind.HostIsKilled, i); }
    }

    private static readonly MoveKind[] Simple =
    [
        MoveKind.HostRepeats, MoveKind.HostRepeatsStop, MoveKind.HostPolls, MoveKind.TriggerPulled, MoveKind.ShotEndsWhole, MoveKind.ShotEndsShort,
        MoveKind.LeaseLapses, MoveKind.DiskWrites, MoveKind.LinkIsMade,
    ];

    private static readonly MoveKind[] Personal =
    [
        MoveKind.PersonPauses, MoveKind.PersonStops, MoveKind.PersonClears, MoveKind.PersonSettles, MoveKind.PersonConfirms, MoveKind.PersonPrimes,
    ];

    private static readonly MoveKind[] Upsetting =
    [
        MoveKind.LinkIsCut, MoveKind.DeviceResets, MoveKind.DeviceFaults, MoveKind.JournalLosesEntry, MoveKind.DiskFails, MoveKind.ShotEndsEmpty,
    ];

    private Situation? Try(Situation now, Move move) => move.Kind switch
    {
        <= MoveKind.RequestArrivesTooLate => OnRequest(now, move),
        MoveKind.WordIsHeard => OnWord(now, now.Wires.Down[move.Of]),
        MoveKind.HostRepeats when now.Wires.Linked && now.Host.HeadSent && now.Wires.Awaited < 0 => now with { Host = now.Host with { HeadSent = false } },
        MoveKind.HostRepeatsStop when StopDue(now) => now with { Wires = SendStop(now.Wires) },
        MoveKind.HostPolls when now.Wires.Linked && now.Host.Lane.Count <= _bounds.Waiting => Hear(now, now.Gun.Status, now.Wires.Newest, 0),
        MoveKind.HostPollsLater when now.Wires.Linked => Hear(now, now.Gun.Status, now.Wires.Newest, 1),
        >= MoveKind.TriggerPulled and <= MoveKind.LeaseLapses => OnGun(now, move.Kind),
        MoveKind.DiskWrites when now.Host.Unwritten.Count > 0 => OnDisk(now),
        MoveKind.DiskFails when now.Host.Unwritten.Count > 0 => Hear(Upset(now), new SessionEvent.RecordFailed(0, "The disk is full.")),
        >= MoveKind.PersonArms and <= MoveKind.PersonCloses => OnPerson(now, move),
        MoveKind.LinkIsMade when !now.Wires.Linked => Link(now),
        MoveKind.LinkIsCut when now.Wires.Linked => Cut(Upset(now)),
        MoveKind.DeviceResets => Upset(now) with { Gun = now.Gun.Reset() with { StopHeld = now.Gun.StopHeld && now.Disk.Latched } },
        MoveKind.DeviceFaults when now.Gun.Fault == 0 => Upset(now) with { Gun = now.Gun.Break(10) },
        MoveKind.JournalLosesEntry when now.Gun.HasEntryToLose => Upset(now) with { Gun = now.Gun.LoseEntry() },
        MoveKind.HostIsKilled => Kill(now, move.Of),
        _ => null,
    };

    private static Situation Upset(Situation now) => now with { Host = now.Host with { Upsets = Math.Max(0, now.Host.Upsets - 1) } };

    private Situation OnRequest(Situation now, Move move)
    {
        ToDevice letter = now.Wires.Up[move.Of];
        (Gun gun, Reply reply) = now.Gun.Take(letter, tooLate: move.Kind == MoveKind.RequestArrivesTooLate, _defect);
        return now with { Gun = gun, Wires = Say(now.Wires, gun, letter.Awaited && letter.Body is not Effect.Stop, reply) };
    }

    /// <summary>The device says something, if there is a link.</summary>
    private Wires Say(Wires wires, Gun gun, bool awaited, Reply reply) =>
        wires.Linked ? wires.Say(gun.Status, awaited, reply, _bounds.InFlight) : wires;

    private Situation? OnGun(Situation now, MoveKind kind)
    {
        Gun gun = now.Gun;
        switch (kind)
        {
            case MoveKind.TriggerPulled when gun.MayFire(_defect):
                if (gun.StopHeld) { throw new ModelViolationException("A shot begins although a stop was heard that nobody released."); }
                return now with { Gun = gun.Press() };
            case MoveKind.ShotEndsWhole when gun is { UnderWay: { } shot, Permit: not null }: return End(now, shot.DoseNl);
            case MoveKind.ShotEndsEmpty when gun is { UnderWay: not null, Permit: not null }: return End(Upset(now), 0);
            case MoveKind.ShotEndsShort when gun is { UnderWay: { } shot, Permit: null }: return End(now, shot.DoseNl / 2);
            case MoveKind.LeaseLapses when gun.Permit is not null: return now with { Gun = gun.Disarmed() };
            default: return null;
        }
    }

    private Situation End(Situation now, long volumeNl)
    {
        Gun gun = now.Gun.End(volumeNl);
        Reply reply = new(ReplyKind.ShotEvent, 0, null, new(gun.Truth[^1].Wire()));
        bool heard = gun.Boot == now.Wires.Boot;
        return now with { Gun = gun, Wires = heard ? Say(now.Wires, gun, false, reply) : now.Wires };
    }

    private Situation OnDisk(Situation now)
    {
        HostSide host = now.Host;
        if (_defect != Defect.ToldBeforeStored)
        {
            Situation stored = now with { Disk = Disks.Append(now.Disk, host.Unwritten[0]), Host = host with { Unwritten = host.Unwritten.RemoveAt(0) } };
            return Hear(stored, new SessionEvent.Recorded(0, 1));
        }

        return host.Told < host.Unwritten.Count ? Hear(now with { Host = host with { Told = host.Told + 1 } }, new SessionEvent.Recorded(0, 1))
            : now with
            {
                Disk = Disks.Append(now.Disk, host.Unwritten[0]),
                Host = host with { Told = host.Told - 1, Unwritten = host.Unwritten.RemoveAt(0) },
            };
    }

    private Situation? OnPerson(Situation now, Move move)
    {
        SessionFacts seen = now.Session.Facts;
        switch (move.Kind)
        {
            case MoveKind.PersonArms when !seen.Armed: return Hear(now, new SessionEvent.Arm(0, move.Of));
            case MoveKind.PersonPauses when seen.Armed: return Hear(now, new SessionEvent.Pause(0, "the operator says so"));
            case MoveKind.PersonStops when seen.State != SessionState.EmergencyStopped || seen.Releasing:
                return Hear(now, new SessionEvent.Stop(0, "Ada"));
            case MoveKind.PersonClears when seen is { Stopped: true, Releasing: false }:
                Situation cleared = Hear(now, new SessionEvent.Clear(0, "Ada", "the patient is well"));
                bool released = cleared.Session.Facts.Releasing;
                return released ? cleared with { Gun = cleared.Gun with { StopHeld = false }, Wires = cleared.Wires.VoidStop() } : cleared;
            case MoveKind.PersonSettles when seen.UnknownShots > 0: return Hear(now, new SessionEvent.SettleUnknown(0, "Ada", "counted as delivered"));
            case MoveKind.PersonConfirms when !now.Host.Confirmed:
                return Hear(now with { Host = now.Host with { Confirmed = true } }, new SessionEvent.Confirm(0, Readiness.All, "Ada"));
            case MoveKind.PersonPrimes when seen is { State: SessionState.Standby, Device.Primed: false }: return Hear(now, new SessionEvent.Prime(0));
            case MoveKind.PersonCloses when seen.Settled: return Hear(now, new SessionEvent.Close(0, "completed"));
            default: return null;
        }
    }
}
