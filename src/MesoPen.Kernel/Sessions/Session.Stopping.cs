using static MesoPen.Kernel.SessionState;

namespace MesoPen.Kernel;

/// <summary>Stops and faults: latched until a person releases them and the device agrees.</summary>
public sealed partial class Session
{
    private uint? _clearing;

    private bool Contradicted => Fault?.Number == FaultCatalogue.CountersContradict;

    private void OnStop(string person)
    {
        EmitStop();
        if (State == EmergencyStopped && _clearing is null) { return; }
        Write(new SessionRecord.Decision("stopped", "by " + person));
        Latch(FaultCatalogue.StopRequested);
    }

    /// <summary>A stop goes first, and makes void what waits (SR-061).</summary>
    private void EmitStop()
    {
        _effects.Remove(new Effect.Stop());
        _effects.Insert(0, new Effect.Stop());
        (_reading, _acknowledged) = (0, 0);
    }

    private void Latch(int number)
    {
        Fault fault = FaultCatalogue.Find(number);
        if (fault.IsHosts && _device is not null) { EmitStop(); }
        _clearing = null;
        Write(new SessionRecord.Latched(number));
        TakeLatch(fault);
        Emit(new Effect.Show(NoticeKind.Stopped, $"{fault.Sentence} {fault.Remedy}"));
        BeginSettling();
    }

    /// <summary>Latches, live and on replay. A stop does not hide a fault, and no fault hides one that the host found.</summary>
    private void TakeLatch(Fault fault)
    {
        Fire(fault.IsStop ? Trigger.Stop : Trigger.Fault);
        bool hidden = Fault is { } latched && (fault.IsStop || (latched.IsHosts && fault.Number != FaultCatalogue.CountersContradict));
        if (!hidden) { Fault = fault; }
    }

    /// <summary>Takes the device's word on stops and faults. Its stop is the host's own coming back; what the host found weighs more.</summary>
    private void FollowLatch(DeviceSnapshot seen)
    {
        if (seen.Fault == 0 && _clearing is not null && Fire(Trigger.Clear)) { (_clearing, Fault) = (null, null); }
        if (seen.Fault == 0) { return; }
        if (_clearing != seen.FaultSeq) { _clearing = null; }
        bool known = Fault is { } latched && (latched.IsHosts || latched.Number == seen.Fault || FaultCatalogue.Find(seen.Fault).IsStop);
        if (!known) { Latch(seen.Fault); }
    }

    private void OnClear(SessionEvent.Clear e)
    {
        string? why = !IsIn(Stopped) ? $"nothing is latched, the session is {State}"
            : Contradicted ? "the device's counters contradict the records; end the session"
            : !StandsStill ? "the device has not said that it stands still"
            : !Settled ? "not every shot is settled"
            : null;
        if (why is not null) { Refuse($"Release refused: {why}."); return; }
        if (!RequirePerson("Release", e.Person, e.Reason)) { return; }
        Write(new SessionRecord.Released(e.Person, e.Reason));
        _clearing = Device!.FaultSeq;
        EmitAfterRecords(new Effect.ClearFault(Device.FaultSeq));
    }
}
