using static MesoPen.Kernel.SessionState;

namespace MesoPen.Kernel;

/// <summary>From a person's wish to arm, to permits that follow the shots.</summary>
public sealed partial class Session
{
    private const long MsPerDay = 86_400_000;
    private const int LeaseMaxMs = 250; // SR-071: hardware/protocol.md, section 7, whatever the device says of itself

    // For people, in the order of Readiness.
    private static readonly string[] Stands =
    [
        "a fresh needle", "screening", "consent", "the patient, by nobody else treated", "the operator's competence", "the newest plan, due",
        "the product, allowed and in date", "the vial, in time and with enough left", "the site's records within reach", "the calibration in force",
    ];

    private readonly SortedDictionary<string, string> _withdrawn = [];
    private Readiness _confirmed;
    private ImmutableArray<Limit> _caps = [], _calibrated = [];
    private ZonePlan? _asked;
    private bool _primeTaken, _granted;

    /// <summary>The limit that ended the last permit; null if something else did, or a zone is armed.</summary>
    public Refusal? LimitReached { get; private set; }

    private long Today => _now / MsPerDay;

    /// <summary>Why a zone cannot be armed now; empty if it can. The guards of the machine, as a person reads them (SR-120).</summary>
    public IReadOnlyCollection<string> ArmBlockers(ZonePlan zone, long atUnixMs)
    {
        (_asked, _now) = (zone, atUnixMs);
        return Unmet(Trigger.Arm) is { } unmet ? [.. unmet] : [$"the session is {State}"];
    }

    private Tuple<Func<bool>, string>[] ArmGuards() =>
    [
        new(() => _device is { PermitShotsMax: > 0, LeaseMaxMs: > 0 }, "an identified device that takes permits"),
        new(() => Device is { SelfTested: true }, "a passed self-test"),
        new(() => Device is { Primed: true }, "a primed line"),
        new(() => _device is { } device && device.CalibrationDueDay >= Today, "a calibration in date"),
        new(() => !Ledger.Closed, "a session that is not closed"),
        new(() => _plan.Check(Limits).IsEmpty, "a plan within all limits"),
        new(() => _plan.Product.ExpiresDay >= Today, "a product in date"),
        .. Stands.Select((what, i) => Tuple.Create<Func<bool>, string>(() => _confirmed.HasFlag((Readiness)(1 << i)), what + ", confirmed")),
        new(() => Settled && Device is { Dead: true, Condition: DeviceCondition.Idle }, "every shot settled and the device at rest"),
        new(() => RecordsFail is null && AllWritten, "records that are written"),
        new(() => _asked is not null && Remaining(_asked) > 0, "a zone of the plan with points left"),
    ];

    private void OnConfirm(SessionEvent.Confirm e)
    {
        if (!RequirePerson("Confirmation", e.Person)) { return; }
        _confirmed |= e.Item;
        Write(new SessionRecord.Decision("confirmed", $"{e.Item} by {e.Person}"));
    }

    /// <summary>Whatever is armed goes on to its end; later arming is refused, with the reason (SR-128).</summary>
    private void OnWithdraw(SessionEvent.Withdraw e)
    {
        _confirmed &= ~e.Item;
        foreach (string what in Stands.Where((_, i) => e.Item.HasFlag((Readiness)(1 << i)))) { _withdrawn[what + ", confirmed"] = e.Reason; }
        Write(new SessionRecord.Decision("withdrawn", $"{e.Item}: {e.Reason}"));
    }

    private string WithReason(string unmet) => _withdrawn.TryGetValue(unmet, out string? reason) ? $"{unmet} ({reason})" : unmet;

    /// <summary>
    /// The range that the device was calibrated in bounds the plan like any other limit (SR-194). What is armed beyond it pauses.
    /// </summary>
    private void OnCalibrated(IReadOnlyList<Limit> range)
    {
        if (_calibrated.SequenceEqual(range)) { return; }
        _calibrated = [.. range];
        RenewLimits();
        if (_plan.Check(Limits) is not { IsEmpty: false } refusals) { return; }
        if (IsIn(Armed)) { PauseNow(refusals[0].Sentence); return; }
        foreach (Refusal refusal in refusals) { Refuse(refusal.Sentence); }
    }

    private void RenewLimits() => Limits = _ownLimits.With(_caps).With(_calibrated);

    private void OnChangeNeedle(string person)
    {
        if (!RequirePerson("Needle change", person)) { return; }
        (_confirmed, LimitReached) = (_confirmed | Readiness.FreshNeedle, null);
        Write(new SessionRecord.NeedleChanged(person));
    }

    private void OnPrime()
    {
        if (!Ask(Trigger.Prime, "Priming")) { return; }
        _primeTaken = false;
        Write(new SessionRecord.Decision("priming", _plan.Prime.ToString()));
        Emit(new Effect.Prime(_plan.Prime));
    }

    private void OnPrimeAnswered(string? refusal)
    {
        _primeTaken = refusal is null;
        if (refusal is not null && Fire(Trigger.EndPrime)) { Refuse("Priming refused by the device: " + refusal); }
    }

    private void OnArm(ushort tag)
    {
        _asked = _plan.Find(tag);
        if (!Ask(Trigger.Arm, "Arming")) { return; }
        (Zone, LimitReached, _granted) = (_asked, null, false);
        Write(new SessionRecord.Decision("armed", Zone!.Zone));
        Extend();
    }

    /// <summary>Grants as far as every limit and the window allow (SR-004), or ends the zone, or pauses and names the limit (SR-046).</summary>
    private void Extend()
    {
        ZonePlan zone = Zone!;
        int remaining = Remaining(zone);
        if (remaining == 0)
        {
            Write(new SessionRecord.Decision("zone done", zone.Zone));
            Fire(Trigger.Disarm);
            BeginSettling();
            return;
        }

        long count = Math.Min(Math.Min(remaining, _options.Window), _device!.PermitShotsMax);
        foreach ((LimitKind kind, long used, long each) in Uses(zone))
        {
            count = Math.Min(count, Limits.Headroom(kind, zone.Zone, used) / each);
            if (count == 0)
            {
                LimitReached = Limits.Check(kind, zone.Zone, used + each)!;
                PauseNow(LimitReached.Sentence);
                return;
            }
        }

        Permit? open = Ledger.Open;
        uint shotLimit = Math.Max(Ledger.LastShot + (uint)count, open?.ShotLimit ?? 0);
        Volume volumeLimit = Ledger.VolumeCounter + (zone.Dose * count);
        if (open is not null && shotLimit == open.ShotLimit && volumeLimit.Nl <= open.VolumeLimit.Nl) { return; }
        Permit permit = new(
            Math.Max(Ledger.PermitIdMax, Device!.PermitIdSeen) + 1, _device.BootId, zone.Tag, zone.Trigger, zone.NeedleLength, zone.Dose,
            shotLimit, volumeLimit, zone.MinIntervalMs, Math.Min(_device.LeaseMaxMs, LeaseMaxMs));
        Write(new SessionRecord.PermitIntended(permit));
        EmitAfterRecords(new Effect.Grant(permit));
    }

    /// <summary>What one more shot adds to besides the points of the plan, and what each has by now, without the open permit.</summary>
    private (LimitKind Kind, long Used, long Each)[] Uses(ZonePlan zone) =>
    [
        (LimitKind.ZoneVolumeMax, Ledger.Zone(zone.Tag).Committed.Nl, zone.Dose.Nl),
        (LimitKind.SessionVolumeMax, Ledger.Total.Committed.Nl, zone.Dose.Nl),
        (LimitKind.ProductVolumeMax, Ledger.Total.Committed.Nl, zone.Dose.Nl),
        (LimitKind.NeedleSticksMax, Ledger.Sticks, 1),
    ];

    private void OnGrantAnswered(SessionEvent.GrantAnswered e)
    {
        if (!IsIn(Armed) || Ledger.Intent(_device!.BootId, e.PermitId) is not { } permit) { return; }
        _granted |= e.Refusal is null;
        if (e.Refusal is not null && permit == Ledger.Open) { PauseNow("The device refused the permit: " + e.Refusal); }
    }

    private void PauseNow(string reason)
    {
        Fire(Trigger.Pause);
        Write(new SessionRecord.Decision("paused", reason));
        Emit(new Effect.Show(NoticeKind.Paused, reason));
        BeginSettling();
    }
}
