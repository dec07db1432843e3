namespace MesoPen.Kernel.Tests.ModelCheck;

/// <summary>
/// The device: permit register, boot, counters, journal, latch, as hardware/protocol.md has them, as a value. It knows no time: a lease lapses
/// when the schedule says so, and a grant may come too late for its lease.
/// </summary>
internal sealed record Gun(
    uint Boot, uint PermitIdSeen, Permit? Permit, long ShotLimit, int Fault, uint FaultSeq, bool SelfTested, bool Primed, uint Acked,
    GunShot? UnderWay, Sequence<GunShot> Truth, bool StopHeld)
{
    public const uint FirstCounter = 40;
    public const long FirstVolumeNl = 800_000;

    public static Gun New { get; } =
        new(100, 0, null, 0, 0, 0, false, false, FirstCounter, null, Sequence<GunShot>.Empty, false);

    public uint ShotCounter => FirstCounter + (uint)Truth.Count + (UnderWay is null ? 0u : 1u);

    public long VolumeNl => FirstVolumeNl + Truth.Sum(shot => shot.VolumeNl);

    public DeviceSnapshot Status => new(
        Boot, 0,
        Fault is 1 or 2 ? DeviceCondition.Stopped
            : Fault != 0 ? DeviceCondition.Faulted
            : UnderWay is not null ? DeviceCondition.Delivering
            : Permit is not null ? DeviceCondition.Armed
            : DeviceCondition.Idle,
        UnderWay is null, Primed, SelfTested, Fault, FaultSeq, Permit?.Id ?? 0, PermitIdSeen, ShotCounter, new Volume(VolumeNl), Acked + 1);

    public bool MayFire(Defect defect) => Permit is not null && UnderWay is null && (Fault == 0 || defect == Defect.FiresWhileStopped)
        && ShotCounter < ShotLimit && (VolumeNl + Permit.Dose.Nl <= Permit.VolumeLimit.Nl || defect == Defect.LimitsAsIncrements);

    public Gun Press() => this with { UnderWay = new GunShot(ShotCounter + 1, Permit!.Zone, Permit.Id, Boot, 0, Permit.Dose.Nl) };

    public Gun End(long volumeNl) => this with { Truth = Truth.Add(UnderWay! with { VolumeNl = volumeNl }), UnderWay = null };

    public Gun Disarmed() => this with { Permit = null };

    /// <summary>Power off and on; a shot under way is settled from the encoders, half of it delivered.</summary>
    public Gun Reset()
    {
        Gun settled = UnderWay is null ? this : End(UnderWay.DoseNl / 2);
        return settled with { Boot = Boot + 1, PermitIdSeen = 0, Permit = null, Fault = 0, FaultSeq = 0, SelfTested = false };
    }

    public Gun Break(int fault) => this with { Permit = null, Fault = fault, FaultSeq = FaultSeq + 1 };

    /// <summary>The newest entry is lost from the journal.</summary>
    public Gun LoseEntry()
    {
        uint newest = FirstCounter + (uint)Truth.Count;
        return this with { Truth = Truth.With(shot => shot.Index == newest ? shot with { Lost = true } : shot) };
    }

    public bool HasEntryToLose => Truth.Count > 0 && !Truth[^1].Lost && Truth[^1].Index > Acked;

    /// <summary>Takes one request, whenever it arrives; what it answers stands beside.</summary>
    public (Gun Gun, Reply Reply) Take(ToDevice letter, bool tooLate, Defect defect)
    {
        bool here = letter.Boot == Boot || defect == Defect.BootIgnored;
        switch (letter.Body)
        {
            case Effect.Stop:
                Gun stopped = defect == Defect.FiresWhileStopped ? this : Disarmed();
                return ((Fault == 0 ? stopped with { Fault = 1, FaultSeq = FaultSeq + 1 } : stopped) with { StopHeld = StopHeld || letter.Awaited }, Reply.Status);
            case Effect.ReadJournal read: return (this, new Reply(ReplyKind.Journal, read.FromShot, null, Held(read.FromShot)));
            case Effect.Grant { Permit: var permit }: return Grant(permit, here, tooLate, defect);
            case Effect.Prime:
                bool idle = here && Fault == 0 && Permit is null && UnderWay is null;
                return (idle ? this with { Primed = true } : this, new Reply(ReplyKind.Prime, 0, idle ? null : "wrong_state", Sequence<Shot>.Empty));
            case Effect.Revoke revoke when here: return (Revoke(revoke.PermitId, defect), Reply.Status);
            case Effect.AckJournal ack when here && ack.UpToShot <= FirstCounter + Truth.Count:
                return (this with { Acked = Math.Max(Acked, ack.UpToShot) }, Reply.Status);
            case Effect.SelfTest when here && Fault == 0 && Permit is null && UnderWay is null: return (this with { SelfTested = true }, Reply.Status);
            case Effect.ClearFault clear when here && clear.FaultSeq == FaultSeq: return (this with { Fault = 0 }, Reply.Status);
            default: return (this, Reply.Status);
        }
    }

    private (Gun Gun, Reply Reply) Grant(Permit permit, bool here, bool tooLate, Defect defect)
    {
        bool again = Permit?.Id == permit.Id;
        string? refusal = !here ? "wrong_boot"
            : again && defect != Defect.LimitsAsIncrements ? null
            : permit.Id <= PermitIdSeen && !again && defect != Defect.OldIdsTaken ? "stale_id"
            : Fault != 0 ? "faulted"
            : !SelfTested || !Primed ? "not_ready"
            : tooLate ? "time_stale"
            : null;
        long limit = defect == Defect.LimitsAsIncrements ? ShotCounter + permit.ShotLimit : permit.ShotLimit;
        Gun taken = refusal is not null || (again && defect != Defect.LimitsAsIncrements) ? this
            : this with { Permit = permit, PermitIdSeen = Math.Max(PermitIdSeen, permit.Id), ShotLimit = limit };
        return (taken, new Reply(ReplyKind.Grant, permit.Id, refusal, Sequence<Shot>.Empty));
    }

    private Gun Revoke(uint id, Defect defect)
    {
        bool ends = Permit is not null && Permit.Id <= id && defect != Defect.RevokeUnheeded;
        return this with { PermitIdSeen = Math.Max(PermitIdSeen, id), Permit = ends ? null : Permit };
    }

    private Sequence<Shot> Held(uint from)
    {
        List<Shot> held = [];
        foreach (GunShot shot in Truth)
        {
            bool next = shot.Index > Acked && shot.Index >= from && !shot.Lost;
            if (next && (held.Count == 0 || held[^1].Index + 1 == shot.Index)) { held.Add(shot.Wire()); }
        }

        return new([.. held]);
    }
}
