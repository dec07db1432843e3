namespace MesoPen.Kernel.Tests.Rig;

/// <summary>
/// A device on paper: what hardware/protocol.md says of permits, lease, stop, faults, counters and journal, and nothing of mechanics. It is
/// written from that page and uses none of the kernel's arithmetic: plain integers.
/// </summary>
internal sealed class PaperDevice(string serial)
{
    private readonly List<PaperShot> _journal = [];
    private long _leaseEndMs;
    private uint _permitShotLimit;
    private long _permitVolumeLimit;
    private ushort _permitZone;
    private int _permitDoseNl;
    private int _permitDepthUm;
    private PaperShot? _underWay;

    public string Serial { get; } = serial;

    public uint Boot { get; private set; } = 100;

    public long Ms { get; private set; } = 1;

    public uint ShotCounter { get; set; } = 40;

    public long VolumeCounterNl { get; set; } = 800_000;

    public uint AckedUpTo { get; set; } = 40;

    public uint PermitId { get; private set; }

    public uint PermitIdSeen { get; private set; }

    public int Fault { get; private set; }

    public uint FaultSeq { get; private set; }

    public bool SelfTested { get; private set; }

    public bool Primed { get; private set; }

    /// <summary>Every shot that ever began and ended here, as it was.</summary>
    public List<PaperShot> Truth { get; } = [];

    public bool UnderWay => _underWay is not null;

    public DeviceSnapshot Status() => new(
        Boot,
        (uint)Ms,
        Fault is 1 or 2 ? DeviceCondition.Stopped
            : Fault != 0 ? DeviceCondition.Faulted
            : UnderWay ? DeviceCondition.Delivering
            : PermitId != 0 ? DeviceCondition.Armed
            : DeviceCondition.Idle,
        !UnderWay,
        Primed,
        SelfTested,
        Fault,
        FaultSeq,
        PermitId,
        PermitIdSeen,
        ShotCounter,
        new Volume(VolumeCounterNl),
        AckedUpTo + 1);

    /// <summary>Lets time pass: a lease may lapse.</summary>
    public void Pass(int ms)
    {
        Ms += ms;
        if (PermitId != 0 && Ms >= _leaseEndMs)
        {
            Disarm();
        }
    }

    /// <summary>Null if taken, else the refusal.</summary>
    public string? Grant(Permit permit, long seenMs)
    {
        if (permit.BootId != Boot)
        {
            return "wrong_boot";
        }

        if (permit.Id == PermitId && PermitId != 0)
        {
            return null;
        }

        if (permit.Id <= PermitIdSeen)
        {
            return "stale_id";
        }

        if (Fault != 0)
        {
            return "faulted";
        }

        if (!SelfTested || !Primed)
        {
            return "not_ready";
        }

        if (seenMs + permit.LeaseMs <= Ms)
        {
            return "time_stale";
        }

        if (UnderWay && (permit.Zone != _permitZone || permit.Dose.Nl != _permitDoseNl))
        {
            Disarm();
        }

        (PermitId, PermitIdSeen, _leaseEndMs) = (permit.Id, permit.Id, seenMs + permit.LeaseMs);
        (_permitShotLimit, _permitVolumeLimit) = (permit.ShotLimit, permit.VolumeLimit.Nl);
        (_permitZone, _permitDoseNl, _permitDepthUm) = (permit.Zone, (int)permit.Dose.Nl, permit.NeedleLength.Um);
        return null;
    }

    public void Renew(uint permitId, long seenMs, int leaseMs)
    {
        if (permitId == PermitId && PermitId != 0)
        {
            _leaseEndMs = Math.Max(_leaseEndMs, seenMs + leaseMs);
        }
    }

    public void Revoke(uint permitId, uint boot)
    {
        if (boot == Boot)
        {
            PermitIdSeen = Math.Max(PermitIdSeen, permitId);
            if (PermitId != 0 && PermitId <= permitId)
            {
                Disarm();
            }
        }
    }

    public void Stop()
    {
        Disarm();
        if (Fault == 0)
        {
            (Fault, FaultSeq) = (1, FaultSeq + 1);
        }
    }

    public void Break(int fault)
    {
        Disarm();
        (Fault, FaultSeq) = (fault, FaultSeq + 1);
    }

    public void Clear(uint faultSeq, uint boot)
    {
        if (boot == Boot && faultSeq == FaultSeq)
        {
            Fault = 0;
        }
    }

    public void SelfTest() => SelfTested |= Fault == 0 && PermitId == 0;

    public string? Prime()
    {
        if (Fault != 0 || PermitId != 0 || UnderWay)
        {
            return "wrong_state";
        }

        Primed = true;
        return null;
    }

    /// <summary>The operator's trigger: a shot begins if the permit lets it.</summary>
    public void Press()
    {
        if (PermitId == 0 || UnderWay || Fault != 0 || ShotCounter >= _permitShotLimit || VolumeCounterNl + _permitDoseNl > _permitVolumeLimit)
        {
            return;
        }

        ShotCounter++;
        _underWay = new PaperShot(ShotCounter, _permitZone, PermitId, Boot, 0, false, false, _permitDepthUm);
    }

    /// <summary>The shot under way ends, with so much of its dose out.</summary>
    public PaperShot? End(int volumeNl)
    {
        if (_underWay is not { } shot)
        {
            return null;
        }

        shot = shot with { VolumeNl = volumeNl, Delivered = volumeNl > 0, Partial = volumeNl > 0 && volumeNl < _permitDoseNl };
        _underWay = null;
        VolumeCounterNl += volumeNl;
        _journal.Add(shot);
        Truth.Add(shot);
        return shot;
    }

    public int DoseUnderWayNl => UnderWay ? _permitDoseNl : 0;

    /// <summary>Power off and on: a shot under way is settled from the encoders, at boot.</summary>
    public void Reset(int volumeOfShotUnderWayNl)
    {
        End(volumeOfShotUnderWayNl);
        Boot++;
        Ms = 1;
        (PermitId, PermitIdSeen, Fault, FaultSeq, SelfTested) = (0, 0, 0, 0, false);
    }

    public IReadOnlyList<Shot> Read(uint from)
    {
        List<PaperShot> held = _journal.FindAll(shot => shot.Index > AckedUpTo && shot.Index >= from);
        List<Shot> answer = [];
        foreach (PaperShot shot in held)
        {
            if (answer.Count == 7 || (answer.Count > 0 && shot.Index != answer[^1].Index + 1))
            {
                break;
            }

            answer.Add(Wire(shot));
        }

        return answer;
    }

    public void Ack(uint upTo)
    {
        if (upTo <= ShotCounter)
        {
            AckedUpTo = Math.Max(AckedUpTo, upTo);
        }
    }

    /// <summary>An entry is lost from the journal.</summary>
    public void LoseEntry(uint shot) => _journal.RemoveAll(each => each.Index == shot);

    /// <summary>Shots of an earlier treatment, ended and not acknowledged.</summary>
    public void HadBefore(int shots, int volumeNl)
    {
        for (int i = 0; i < shots; i++)
        {
            ShotCounter++;
            VolumeCounterNl += volumeNl;
            _journal.Add(new PaperShot(ShotCounter, 1, 77, 99, volumeNl, true, false, 500));
        }
    }

    public static Shot Wire(PaperShot shot) => new(
        shot.Index,
        shot.Zone,
        shot.Delivered ? ShotAnswer.Delivered : ShotAnswer.NotDelivered,
        shot.Partial,
        new Depth(shot.DepthUm),
        new Volume(shot.VolumeNl),
        shot.PermitId,
        shot.BootId,
        0,
        0);

    private void Disarm() => PermitId = 0;
}
