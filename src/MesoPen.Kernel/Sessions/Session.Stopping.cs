using Trigger = MesoPen.Kernel.SessionTrigger;

namespace MesoPen.Kernel;

/// <summary>Stops and faults: latched until a person releases them and the device agrees.</summary>
public sealed partial class Session
{
    private uint? _clearing;

    private bool Contradicted => Fault?.Number == FaultCatalogue.CountersContradict;

    private void OnStop(string person)
    {
        EmitStop();
        if (State == SessionState.EmergencyStopped && _clearing is null) { return; }

        Write(new SessionRecord.Decision("stopped", "by " + person));
        Latch(FaultCatalogue.StopRequested);
    }

    /// <summary>A stop goes first, and makes void what waits.</summary>
    private void EmitStop()
    {
        _effects.Remove(new Effect.Stop());
        _effects.Insert(0, new Effect.Stop());
        _reading = 0;
    }

    /// <summary>A fault that the host found: the device is stopped too.</summary>
    private void RaiseFault(int number)
    {
        EmitStop();
        Latch(number);
    }

    private void Latch(int number)
    {
        _clearing = null;
        Write(new SessionRecord.Latched(number));
        TakeLatch(number);
        Fault fault = FaultCatalogue.Find(number);
        Emit(new Effect.Show(NoticeKind.Stopped, $"{fault.Sentence} {fault.Remedy}"));
        BeginSettling();
    }

    /// <summary>Latches, live and on replay. A stop does not hide a fault, and no fault hides one that the host found.</summary>
    private void TakeLatch(int number)
    {
        bool stop = FaultCatalogue.IsStop(number);
        Fire(stop ? Trigger.Stop : Trigger.Fault);
        bool hidden = Fault is { } latched && (stop || (FaultCatalogue.IsHosts(latched.Number) && number != FaultCatalogue.CountersContradict));
        if (!hidden) { Fault = FaultCatalogue.Find(number); }
    }

    /// <summary>Takes the device's word on stops and faults. Its stop is the host's own coming back; what the host found itself weighs more.</summary>
    private void FollowLatch(DeviceSnapshot seen)
    {
        if (seen.Fault == 0)
        {
            if (_clearing is not null && Fire(Trigger.Clear)) { (_clearing, Fault) = (null, null); }

            return;
        }

        if (_clearing != seen.FaultSeq) { _clearing = null; }

        bool known = Fault is { } latched
            && (latched.Number == seen.Fault || FaultCatalogue.IsStop(seen.Fault) || FaultCatalogue.IsHosts(latched.Number));
        if (!known) { Latch(seen.Fault); }
    }

    private void OnClear(SessionEvent.Clear e)
    {
        string? why = !IsIn(SessionState.Stopped) ? $"nothing is latched, the session is {State}"
            : Contradicted ? "the device's counters contradict the records; end the session"
            : !StandsStill ? "the device has not said that it stands still"
            : !Settled ? "not every shot is settled"
            : null;
        if (why is not null) { Refuse($"Release refused: {why}."); return; }
        if (!RequirePerson("Release", e.Person, e.Reason)) { return; }

        Write(new SessionRecord.Released(e.Person, e.Reason));
        _clearing = _snapshot!.FaultSeq;
        EmitAfterRecords(new Effect.ClearFault(_snapshot.FaultSeq));
    }
}
