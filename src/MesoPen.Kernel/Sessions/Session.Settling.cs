using Trigger = MesoPen.Kernel.SessionTrigger;

namespace MesoPen.Kernel;

/// <summary>From what the device says to what is known: status, journal, faults, stop, and the settling of every shot.</summary>
public sealed partial class Session
{
    // A gap in the device's journal longer than this is not a loss of entries but another history: nothing is invented for it.
    private const uint JournalGapMax = 64;

    private bool _settling;
    private bool _journalAsked;
    private uint _foreignNext;

    private bool Contradicted => Fault?.Number == FaultCatalogue.CountersContradict;

    private void OnIdentified(SessionEvent.Identified e)
    {
        (_device, _snapshot) = (e.Device, e.Snapshot);
        Limits = _ownLimits.With(e.Device.Caps);
        Fire(Trigger.Identify);
        if (Ledger.DeviceSerial is { } serial && serial != e.Device.Serial)
        {
            RaiseFault(FaultCatalogue.AnotherDevice);
            (_device, _snapshot, _settling) = (null, null, false);
            return;
        }

        foreach (Refusal refusal in _plan.Check(Limits))
        {
            Refuse(refusal.Sentence);
        }

        if (State == SessionState.EmergencyStopped)
        {
            Emit(new Effect.Stop());
        }

        BeginSettling();
    }

    private void OnLinkLost(string reason)
    {
        Fire(Trigger.Drop);
        (_settling, _snapshot, _clearing) = (false, null, false);
        Write(new SessionRecord.Decision("link lost", reason));
        Emit(new Effect.Show(NoticeKind.Paused, reason + " The device stops by itself."));
    }

    private void OnStatus(DeviceSnapshot seen)
    {
        if (_device is null || _snapshot is null || seen.BootId != _device.BootId || unchecked((int)(seen.DeviceMs - _snapshot.DeviceMs)) < 0)
        {
            return;
        }

        _snapshot = seen;
        if (seen.Fault != 0)
        {
            OnDeviceFault(seen.Fault);
        }
        else if (_clearing && Fire(Trigger.Clear))
        {
            (_clearing, Fault) = (false, null);
        }

        switch (State)
        {
            case SessionState.Waiting when seen.Condition == DeviceCondition.Delivering: Fire(Trigger.BeginShot); break;
            case SessionState.Delivering when seen.Condition != DeviceCondition.Delivering: Fire(Trigger.EndShot); break;
            case SessionState.Priming when _primeTaken && seen.Condition == DeviceCondition.Idle: EndPrime(seen); break;
            case SessionState.Ready or SessionState.Paused when !seen.Primed || !seen.SelfTested: Fire(Trigger.LoseReady); break;
            default: break;
        }

        if (IsIn(SessionState.Armed) && seen.PermitId == 0 && _grantTaken == Ledger.Open?.Id)
        {
            PauseNow("The device ended the permit by itself: the link or this computer was silent for longer than the lease.");
        }

        Continue();
    }

    private void EndPrime(DeviceSnapshot seen)
    {
        Fire(Trigger.EndPrime);
        if (!seen.Primed)
        {
            Refuse("Priming ended early: hold the device off the skin and prime again.");
        }
    }

    /// <summary>Goes on with whatever waits for the device to say something: missing shots, settling, self-test, readiness.</summary>
    private void Continue()
    {
        if (_snapshot is not { } seen)
        {
            return;
        }

        if (_settling && seen.Dead)
        {
            Settle(seen);
        }
        else if (Ledger.HasBaseline && !_journalAsked && !Contradicted && seen.LastEnded > Ledger.LastShot)
        {
            AskJournal(Ledger.LastShot + 1);
        }

        if (State != SessionState.Standby || _settling || seen.Condition != DeviceCondition.Idle)
        {
            return;
        }

        if (!seen.SelfTested)
        {
            if (Math.Abs(_now - _selfTestAskedMs) >= SelfTestAgainMs)
            {
                _selfTestAskedMs = _now;
                Emit(new Effect.SelfTest());
            }
        }
        else if (seen.Primed)
        {
            Fire(Trigger.MakeReady);
        }
    }

    /// <summary>Ends whatever permit may live, and keeps on until every shot that it allowed is accounted for.</summary>
    private void BeginSettling()
    {
        (_settling, _journalAsked) = (true, false);
        if (_snapshot is { } seen)
        {
            Emit(new Effect.Revoke(_device!.BootId == Ledger.Open?.BootId ? Math.Max(Ledger.PermitIdMax, seen.PermitIdSeen) : seen.PermitIdSeen));
        }
    }

    private void Settle(DeviceSnapshot seen)
    {
        if (!Ledger.HasBaseline)
        {
            Write(new SessionRecord.Baseline(_device!.Serial, seen.BootId, seen.ShotCounter, seen.VolumeCounter));
            _foreignNext = seen.JournalFirst <= seen.ShotCounter ? seen.JournalFirst : 0;
        }

        if (seen.ShotCounter < Ledger.LastShot || seen.ShotCounter - Ledger.LastShot > JournalGapMax)
        {
            RaiseFault(FaultCatalogue.CountersContradict);
            _settling = false;
        }
        else if (_foreignNext != 0)
        {
            AskJournal(_foreignNext);
        }
        else if (seen.ShotCounter > Ledger.LastShot)
        {
            AskJournal(Ledger.LastShot + 1);
        }
        else
        {
            EndSettling(seen);
        }
    }

    private void EndSettling(DeviceSnapshot seen)
    {
        _settling = false;
        if (Ledger.Open is not null)
        {
            Write(new SessionRecord.WindowClosed(Ledger.LastShot));
        }

        if (seen.JournalFirst <= Ledger.LastShot)
        {
            EmitAfterRecords(new Effect.AckJournal(Ledger.LastShot));
        }

        Fire(Trigger.Reconcile);
    }

    private void AskJournal(uint from)
    {
        if (!_journalAsked)
        {
            _journalAsked = true;
            Emit(new Effect.ReadJournal(from));
        }
    }

    private void OnJournal(SessionEvent.Journal e)
    {
        if (!Ledger.HasBaseline || _snapshot is null)
        {
            return;
        }

        uint before = Ledger.LastShot;
        uint foreign = _foreignNext;
        foreach (Shot shot in e.Shots)
        {
            TakeIn(shot, e.Read);
        }

        if (e.Read)
        {
            _journalAsked = false;
            OnJournalRead(nothingNew: Ledger.LastShot == before && _foreignNext == foreign);
        }

        if (Ledger.LastShot != before && IsIn(SessionState.Armed))
        {
            Extend();
        }

        Continue();
    }

    private void TakeIn(Shot shot, bool read)
    {
        if (_foreignNext != 0 && shot.Index >= _foreignNext && shot.Index <= Ledger.LastShot)
        {
            Write(new SessionRecord.ForeignShot(shot));
            _foreignNext = shot.Index == Ledger.LastShot ? 0 : shot.Index + 1;
        }
        else if (shot.Index == Ledger.LastShot + 1)
        {
            TakeShot(shot);
        }
        else if (shot.Index > Ledger.LastShot && read && shot.Index - Ledger.LastShot <= JournalGapMax)
        {
            LoseShots(shot.Index - 1);
            TakeShot(shot);
        }
    }

    /// <summary>The device was asked for shots that ended and has none: they are lost, and only a person can settle them.</summary>
    private void OnJournalRead(bool nothingNew)
    {
        if (!nothingNew || !_settling || _snapshot is not { Dead: true } seen)
        {
            return;
        }

        _foreignNext = 0;
        if (seen.ShotCounter > Ledger.LastShot && seen.ShotCounter - Ledger.LastShot <= JournalGapMax)
        {
            LoseShots(seen.ShotCounter);
        }
    }

    private void LoseShots(uint upTo)
    {
        while (Ledger.LastShot < upTo)
        {
            Permit? open = Ledger.OpenShots > 0 ? Ledger.Open : null;
            Write(new SessionRecord.ShotSettled(new Shot(
                Ledger.LastShot + 1, open?.Zone ?? 0, ShotAnswer.Unknown, false, default, open?.Dose ?? Volume.Zero, open?.Id ?? 0, open?.BootId ?? 0, 0, 0)));
        }

        Emit(new Effect.Show(NoticeKind.Stopped, "The device's journal does not hold every shot. What is unknown counts as delivered and blocks arming until a person settles it."));
    }

    private void TakeShot(Shot shot)
    {
        Permit? permit = Ledger.Intent(shot.BootId, shot.PermitId);
        bool covered = permit is not null && permit.Zone == shot.Zone && Ledger.OpenShots > 0 && shot.Index <= Ledger.Open!.ShotLimit;
        Write(new SessionRecord.ShotSettled(shot));
        if (!covered)
        {
            RaiseFault(FaultCatalogue.ShotWithoutPermit);
        }
        else if (shot.Volume.Nl > permit!.Dose.Nl + _options.DoseTolerance.Nl)
        {
            RaiseFault(FaultCatalogue.ShotOverDose);
        }
        else if (shot.Depth.Um > permit.NeedleLength.Um + _options.DepthTolerance.Um)
        {
            RaiseFault(FaultCatalogue.ShotTooDeep);
        }
    }

    private void OnDeviceFault(int number)
    {
        bool stop = number is 1 or 2;
        bool fromHost = Fault is { Number: >= FaultCatalogue.CountersContradict };
        if (!fromHost && (Fault is null || Fault.Number != number))
        {
            Latch(FaultCatalogue.Find(number), stop ? Trigger.Stop : Trigger.Fault);
            BeginSettling();
        }
    }

    /// <summary>A fault that the host found: the device is stopped too.</summary>
    private void RaiseFault(int number)
    {
        Emit(new Effect.Stop());
        Latch(FaultCatalogue.Find(number), Trigger.Fault);
        BeginSettling();
    }

    private void Latch(Fault fault, Trigger trigger)
    {
        Fault = fault;
        _clearing = false;
        Fire(trigger);
        Write(new SessionRecord.Decision("fault", $"{fault.Number}: {fault.Sentence}"));
        Emit(new Effect.Show(NoticeKind.Stopped, $"{fault.Sentence} {fault.Remedy}"));
    }

    private void OnStop(string person)
    {
        _effects.Insert(0, new Effect.Stop());
        _clearing = false;
        bool first = State != SessionState.EmergencyStopped;
        Fire(Trigger.Stop);
        if (first)
        {
            Fault ??= FaultCatalogue.Find(1);
            Write(new SessionRecord.Decision("stopped", "by " + person));
            Emit(new Effect.Show(NoticeKind.Stopped, "Stop: the plunger stops where it is, the needle goes back, nothing fires until the stop is released."));
            BeginSettling();
        }
    }

    private void OnClear(SessionEvent.Clear e)
    {
        string? why = !IsIn(SessionState.Stopped) ? $"nothing is latched, the session is {State}"
            : _snapshot is null ? "the device is not connected"
            : string.IsNullOrWhiteSpace(e.Person) || string.IsNullOrWhiteSpace(e.Reason) ? "a person and a reason are needed"
            : Contradicted ? "the device's counters contradict the records; end the session"
            : !Settled ? "not every shot is settled"
            : null;
        if (why is not null)
        {
            Refuse($"Release refused: {why}.");
            return;
        }

        Write(new SessionRecord.Decision("cleared", $"by {e.Person}: {e.Reason}"));
        _clearing = true;
        EmitAfterRecords(new Effect.ClearFault(_snapshot!.FaultSeq));
    }

    private void OnSettleUnknown(SessionEvent.SettleUnknown e)
    {
        if (Ledger.UnknownShots == 0 || IsIn(SessionState.Armed) || string.IsNullOrWhiteSpace(e.Person) || string.IsNullOrWhiteSpace(e.Reason))
        {
            Refuse("Settling refused: there must be unknown shots, nothing armed, a person and a reason.");
            return;
        }

        Write(new SessionRecord.UnknownSettled(e.Person, e.Reason));
    }

    private void OnClose(string outcome)
    {
        if (IsIn(SessionState.Armed) || !Settled || Ledger.Closed)
        {
            Refuse("Closing refused: every shot must be settled, nothing armed, the session open.");
            return;
        }

        Write(new SessionRecord.SessionClosed(outcome));
    }
}
