using static MesoPen.Kernel.SessionState;

namespace MesoPen.Kernel;

/// <summary>From what the device says to what is known: status, journal, and the settling of every shot.</summary>
public sealed partial class Session
{
    private const long SelfTestAgainMs = 1000;

    // An eighth of the journals of the devices shipped: none runs full in a long zone, and few frames go for it.
    private const int AcknowledgeEvery = 32;

    // Counters this close to their end are not those of a device that was made for patients.
    private const uint CounterMax = uint.MaxValue - 1_000_000;
    private const long VolumeCounterMaxNl = long.MaxValue / 4;

    private bool _settling, _heard, _resumed, _askedAtRest;
    private uint _revoked, _reading, _acknowledged;
    private long? _selfTestAskedMs;

    private void OnIdentified(SessionEvent.Identified e)
    {
        Fire(Trigger.Identify);
        Forget();
        if (Ledger.DeviceSerial is { } serial && serial != e.Device.Serial) { Latch(FaultCatalogue.AnotherDevice); return; }
        (_device, Device, _caps) = (e.Device, e.Snapshot, [.. e.Device.Caps]);
        RenewLimits();
        foreach (Refusal refusal in _plan.Check(Limits)) { Refuse(refusal.Sentence); }

        if (IsIn(Stopped)) { EmitStop(); }
        BeginSettling();
    }

    private void OnLinkLost(string reason)
    {
        Fire(Trigger.Drop);
        Forget();
        Write(new SessionRecord.Decision("link lost", reason));
        Emit(new Effect.Show(NoticeKind.Paused, reason + " The device stops by itself."));
    }

    /// <summary>Forgets all that was said in this connection.</summary>
    private void Forget()
    {
        (_device, Device, _clearing, _selfTestAskedMs) = (null, null, null, null);
        (_settling, _granted, _reading, _acknowledged) = (false, false, 0, 0);
    }

    private void OnStatus(DeviceSnapshot seen)
    {
        if (Device is not { } before || seen.BootId != before.BootId) { return; }
        int later = unchecked((int)(seen.DeviceMs - before.DeviceMs));
        bool back = seen.ShotCounter < before.ShotCounter || seen.VolumeCounter.Nl < before.VolumeCounter.Nl;
        if (later < 0 || (later == 0 && back)) { return; }
        (Device, _heard) = (seen, _heard || later > 0);
        bool beyond = seen.ShotCounter > CounterMax || seen.PermitIdSeen > CounterMax || seen.VolumeCounter.Nl is < 0 or > VolumeCounterMaxNl;
        if ((back || beyond) && !Contradicted) { Latch(FaultCatalogue.CountersContradict); }
        FollowLatch(seen);
        switch (State)
        {
            case Waiting when seen.Condition == DeviceCondition.Delivering: Fire(Trigger.BeginShot); break;
            case Delivering when seen.Condition != DeviceCondition.Delivering: Fire(Trigger.EndShot); break;
            case Priming when _primeTaken && seen.Condition == DeviceCondition.Idle:
                Fire(Trigger.EndPrime);
                if (!seen.Primed) { Refuse("Priming ended early: hold the device off the skin and prime again."); }
                break;
            case Ready or Paused when !seen.Primed || !seen.SelfTested: Fire(Trigger.LoseReady); break;
            default: break;
        }

        if (seen.PermitId != 0 && !IsIn(Armed) && !_settling) { BeginSettling(); }
        if (IsIn(Armed) && _granted && seen.PermitId == 0) { PauseNow("The permit lapsed: link or computer was silent for longer than its lease."); }
        Continue();
    }

    /// <summary>Goes on with whatever waits for the device to say something: settling, missing shots, self-test, readiness.</summary>
    private void Continue()
    {
        if (Device is not { } seen) { return; }
        if (_settling && _heard && seen.Dead) { Settle(seen); }
        else if (Ledger.DeviceSerial is not null && !_settling && !Contradicted && seen.LastEnded > Ledger.LastShot) { AskJournal(atRest: false); }
        if (State != Standby || _settling || seen.Condition != DeviceCondition.Idle) { return; }

        if (seen.SelfTested && seen.Primed) { Fire(Trigger.MakeReady); }
        else if (!seen.SelfTested && (_selfTestAskedMs is not { } asked || Math.Abs(_now - asked) >= SelfTestAgainMs))
        {
            _selfTestAskedMs = _now;
            Emit(new Effect.SelfTest());
        }
    }

    /// <summary>Ends whatever permit may live, and keeps on, by what the device says from now on, until its shots are accounted for.</summary>
    private void BeginSettling()
    {
        if (Device is not { } seen) { return; }
        (_settling, _heard, _granted) = (true, false, false);
        _revoked = Math.Max(seen.PermitIdSeen, Ledger.Open?.BootId == seen.BootId ? Ledger.PermitIdMax : 0);
        Emit(new Effect.Revoke(_revoked));
    }

    /// <summary>One step of settling, with the device at rest.</summary>
    private void Settle(DeviceSnapshot seen)
    {
        if (Contradicted) { _settling = false; return; }
        if (Contradicts(seen)) { Latch(FaultCatalogue.CountersContradict); return; }
        // SR-102: a permit that is still on its way could come alive; the device has to know first that it is void.
        if (seen.PermitIdSeen < _revoked) { Emit(new Effect.Revoke(_revoked)); return; }
        // With no permit open, shots since the records end are another session's: they are no part of this one.
        if (Ledger.DeviceSerial is null || (_resumed && Ledger.Open is null && seen.ShotCounter > Math.Max(Ledger.LastShot, Ledger.ForeignUpTo)))
        {
            Write(new SessionRecord.Baseline(_device!.Serial, seen.BootId, seen.ShotCounter, seen.VolumeCounter, seen.JournalFirst));
        }

        if (seen.ShotCounter > Ledger.LastShot) { AskJournal(atRest: true); return; }
        (_settling, _resumed) = (false, false);
        if (Ledger.Open is not null) { Write(new SessionRecord.WindowClosed(seen.ShotCounter, seen.VolumeCounter)); }
        Acknowledge(seen, atLeast: 1);
        Fire(Trigger.Reconcile);
    }

    private void Acknowledge(DeviceSnapshot seen, int atLeast)
    {
        if (Ledger.LastShot - Math.Max(seen.JournalFirst - 1L, _acknowledged) < atLeast) { return; }
        _acknowledged = Ledger.LastShot;
        EmitAfterRecords(new Effect.AckJournal(_acknowledged));
    }

    /// <summary>Whether the counters of a device at rest cannot follow from what is recorded.</summary>
    private bool Contradicts(DeviceSnapshot seen)
    {
        long more = seen.VolumeCounter.Nl - Ledger.VolumeCounter.Nl;
        bool measured = Ledger.DeviceSerial is not null && seen.ShotCounter == Ledger.LastShot;
        return seen.ShotCounter < Ledger.LastShot || (measured && (more < 0 || more > Ledger.Unmeasured.Nl + _options.DoseTolerance.Nl));
    }

    private void AskJournal(bool atRest)
    {
        if (_reading == Ledger.LastShot + 1) { return; }
        (_reading, _askedAtRest) = (Ledger.LastShot + 1, atRest);
        Emit(new Effect.ReadJournal(_reading));
    }

    private void OnJournal(SessionEvent.Journal e)
    {
        if (Ledger.DeviceSerial is null || Device is not { } seen) { return; }
        uint before = Ledger.LastShot;
        foreach (Shot shot in e.Shots) { TakeShot(shot); }
        if (e.ReadFrom == Ledger.LastShot + 1) { OnMissing(e.Shots, seen); }
        if (Ledger.LastShot != before && IsIn(Armed)) { Extend(); }
        Acknowledge(seen, AcknowledgeEvery);
        Continue();
    }

    /// <summary>The device was asked for a shot that ended and has it not: it is lost, if it was at rest when it was asked.</summary>
    private void OnMissing(IReadOnlyList<Shot> shots, DeviceSnapshot seen)
    {
        _reading = 0;
        if (IsIn(Armed)) { PauseNow("The device's journal does not hold a shot that it counted."); }
        else if (!_settling && !Contradicted) { BeginSettling(); }
        else if (_settling && _heard && _askedAtRest && seen.Dead && seen.PermitIdSeen >= _revoked)
        {
            LoseShots(shots.Count > 0 && shots[0].Index > Ledger.LastShot ? shots[0].Index - 1 : seen.ShotCounter);
            foreach (Shot shot in shots) { TakeShot(shot); }
        }
    }

    /// <summary>Takes shots as unknown: no further than the open permit reaches, for beyond it something else is wrong.</summary>
    private void LoseShots(uint upTo)
    {
        uint foreign = Math.Min(upTo, Ledger.ForeignUpTo);
        if (Ledger.LastShot < foreign) { Write(new SessionRecord.ForeignShot(Lost(foreign, null))); }
        while (Ledger.LastShot < upTo && Ledger.OpenShots > 0)
        {
            Write(new SessionRecord.ShotSettled(Lost(Ledger.LastShot + 1, Ledger.Open)));
            Emit(new Effect.Show(NoticeKind.Stopped, "Shots are not known: they count as delivered; a person has to take them over."));
        }

        if (Ledger.LastShot < upTo && !Contradicted) { Latch(FaultCatalogue.CountersContradict); }

        static Shot Lost(uint index, Permit? permit) => new(
            index, permit?.Zone ?? 0, ShotAnswer.Unknown, false, default, permit?.Dose ?? Volume.Zero, permit?.Id ?? 0, permit?.BootId ?? 0, 0, 0);
    }

    private void TakeShot(Shot shot)
    {
        if (shot.Index != Ledger.LastShot + 1) { return; }
        if (shot.Index <= Ledger.ForeignUpTo) { Write(new SessionRecord.ForeignShot(shot)); return; }
        Permit? permit = Ledger.Intent(shot.BootId, shot.PermitId);
        if (shot.Answer == ShotAnswer.Unknown && (permit ?? Ledger.Open) is { } whole)
        {
            shot = shot with { Volume = new Volume(Math.Max(shot.Volume.Nl, whole.Dose.Nl)) };
        }

        Write(new SessionRecord.ShotSettled(shot));
        int fault = permit is null || permit.Zone != shot.Zone || shot.Index > permit.ShotLimit ? FaultCatalogue.ShotWithoutPermit
            : shot.Volume.Nl > permit.Dose.Nl + _options.DoseTolerance.Nl ? FaultCatalogue.ShotOverDose
            : shot.Depth.Um > (long)permit.NeedleLength.Um + _options.DepthTolerance.Um ? FaultCatalogue.ShotTooDeep
            : 0;
        if (fault != 0) { Latch(fault); }
    }

    private void OnSettleUnknown(SessionEvent.SettleUnknown e)
    {
        // Nobody can tell any more what the open permit led to: the device is another one, or away, or its counters are.
        bool lost = Ledger.OpenShots > 0 && IsIn(Stopped) && (Device is null || Contradicted);
        if ((!lost && Ledger.UnknownShots == 0) || IsIn(Armed)) { Refuse("Settling refused: there are no unknown shots."); return; }
        if (!RequirePerson("Settling", e.Person, e.Reason)) { return; }
        if (lost) { LoseShots(Ledger.Open!.ShotLimit); }

        Write(new SessionRecord.UnknownSettled(e.Person, e.Reason));
    }
}
