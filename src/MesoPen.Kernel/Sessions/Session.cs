using Stateless;
using Stateless.Graph;
using static MesoPen.Kernel.SessionState;

namespace MesoPen.Kernel;

/// <summary>One treatment, from connecting to the closed record: events in, effects out as data, the limits as guards.</summary>
/// <remarks>It holds no clock, no thread and no IO: the same events give the same effects.</remarks>
public sealed partial class Session
{
    private readonly StateMachine<SessionState, Trigger> _machine = new(Disconnected);
    private readonly TreatmentPlan _plan;
    private readonly LimitSet _ownLimits;
    private readonly SessionOptions _options;
    private readonly List<SessionRecord> _records = [];
    private readonly Queue<(long Ticket, Effect Effect)> _waiting = new();
    private List<Effect> _effects = [];
    private DeviceIdentity? _device;
    private long _now, _ticket, _durable;

    /// <param name="plan">The plan.</param>
    /// <param name="limits">All limits but the device's caps, which come with <see cref="SessionEvent.Identified"/>.</param>
    /// <param name="options">Tolerances and window.</param>
    /// <exception cref="ArgumentException">The plan could not be carried out whatever the limits, or the window is empty.</exception>
    public Session(TreatmentPlan plan, LimitSet limits, SessionOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Window, 1);
        plan.RequireSound();
        (_plan, _ownLimits, _options, Limits) = (plan, limits, options, limits);
        Configure();
    }

    /// <summary>Where the session stands.</summary>
    public SessionState State => _machine.State;
    /// <summary>What was delivered so far.</summary>
    public DoseLedger Ledger { get; private set; } = new();
    /// <summary>All limits that hold now, the device's caps included once it is known.</summary>
    public LimitSet Limits { get; private set; }
    /// <summary>The zone that is armed, or was when it paused; null before the first.</summary>
    public ZonePlan? Zone { get; private set; }
    /// <summary>The latched fault; null if none.</summary>
    public Fault? Fault { get; private set; }
    /// <summary>The device's last word; null if none in this connection.</summary>
    public DeviceSnapshot? Device { get; private set; }
    /// <summary>A stop or fault is latched, and the device said that it is too, needle home and plunger still.</summary>
    public bool StandsStill => IsIn(Stopped) && Device is { Dead: true, Condition: DeviceCondition.Stopped or DeviceCondition.Faulted };
    /// <summary>Every shot is settled and no permit is open.</summary>
    public bool Settled => !_settling && Ledger.UnknownShots == 0 && Ledger.OpenShots == 0;
    /// <summary>Every record is on the disk.</summary>
    public bool AllWritten => _durable == _ticket;
    /// <summary>Why records cannot be written now; null if they can.</summary>
    public string? RecordsFail { get; private set; }
    /// <summary>A person released the stop or fault, and the device has not confirmed it yet.</summary>
    public bool Releasing => _clearing is not null;

    /// <summary>The states and what leads from one to another, as a Mermaid diagram.</summary>
    public string Diagram() => MermaidGraph.Format(_machine.GetInfo());

    /// <summary>Whether the session is in a state or in one that it holds.</summary>
    public bool IsIn(SessionState state) => _machine.IsInState(state);

    /// <summary>Points of a zone still to be treated: what is unknown counts as treated.</summary>
    public int Remaining(ZonePlan zone) => Math.Max(0, zone.Points - Ledger.Zone(zone.Tag).CommittedShots);

    /// <summary>Takes the records of an interrupted session in, before the first event.</summary>
    /// <exception cref="InvalidOperationException">The records contradict each other.</exception>
    public void Restore(IEnumerable<SessionRecord> records)
    {
        SessionRecord[] all = [.. records];
        (Ledger, _resumed) = (DoseLedger.Replay(all), true);
        int released = Array.FindLastIndex(all, record => record is SessionRecord.Released);
        IEnumerable<SessionRecord.Latched> latches = all.Skip(released + 1).OfType<SessionRecord.Latched>();
        foreach (SessionRecord.Latched latch in latches) { TakeLatch(FaultCatalogue.Find(latch.Fault)); }
    }

    /// <summary>Takes one event and says what to do. Never throws for an event that does not fit the state: it says so in a notice.</summary>
    public IReadOnlyList<Effect> Step(SessionEvent happened)
    {
        (_effects, _now) = ([], happened.AtUnixMs);
        switch (happened)
        {
            case SessionEvent.StatusSeen e: OnStatus(e.Snapshot); break;
            case SessionEvent.Journal e: OnJournal(e); break;
            case SessionEvent.Recorded e: OnRecorded(e.Ticket); break;
            case SessionEvent.GrantAnswered e: OnGrantAnswered(e); break;
            case SessionEvent.Connecting: Fire(Trigger.Connect); break;
            case SessionEvent.Identified e: OnIdentified(e); break;
            case SessionEvent.LinkLost e: OnLinkLost(e.Reason); break;
            case SessionEvent.RecordFailed e: OnRecordFailed(e.Sentence); break;
            case SessionEvent.Confirm e: OnConfirm(e); break;
            case SessionEvent.Withdraw e: OnWithdraw(e); break;
            case SessionEvent.Calibrated e: OnCalibrated(e.Range); break;
            case SessionEvent.Prime: OnPrime(); break;
            case SessionEvent.PrimeAnswered e: OnPrimeAnswered(e.Refusal); break;
            case SessionEvent.BeginCalibration: Ask(Trigger.Calibrate, "Calibration"); break;
            case SessionEvent.EndCalibration: Ask(Trigger.EndCalibrate, "End of calibration"); break;
            case SessionEvent.Arm e: OnArm(e.Zone); break;
            case SessionEvent.Pause e when IsIn(Armed): PauseNow(e.Reason); break;
            case SessionEvent.Pause: Refuse($"Pause refused: not possible while {State}."); break;
            case SessionEvent.Stop e: OnStop(e.Person); break;
            case SessionEvent.Clear e: OnClear(e); break;
            case SessionEvent.SettleUnknown e: OnSettleUnknown(e); break;
            case SessionEvent.ChangeNeedle when IsIn(Armed): Refuse("Needle change refused: pause first."); break;
            case SessionEvent.ChangeNeedle e: OnChangeNeedle(e.Person); break;
            case SessionEvent.Close e when Settled && !IsIn(Armed) && !Ledger.Closed: Write(new SessionRecord.SessionClosed(e.Outcome)); break;
            case SessionEvent.Close: Refuse("Closing refused: every shot must be settled, nothing armed, the session open."); break;
            default: throw new InvalidOperationException($"Session does not know the event {happened.GetType().Name}.");
        }

        if (_records.Count > 0)
        {
            _ticket++;
            _effects.Insert(_effects is [Effect.Stop, ..] ? 1 : 0, new Effect.Record(_ticket, [.. _records]));
            _records.Clear();
        }

        Release();
        return _effects;
    }

    private void Configure()
    {
        _machine.Configure(Offline).Permit(Trigger.Stop, EmergencyStopped).Permit(Trigger.Fault, Faulted).Permit(Trigger.Identify, Reconciling);
        _machine.Configure(Disconnected).SubstateOf(Offline).Permit(Trigger.Connect, Connecting);
        _machine.Configure(Connecting).SubstateOf(Offline).Permit(Trigger.Drop, Disconnected);
        _machine.Configure(Reconciling).SubstateOf(Offline).Permit(Trigger.Reconcile, Standby).Permit(Trigger.Drop, Disconnected);
        _machine.Configure(Online).Permit(Trigger.Stop, EmergencyStopped).Permit(Trigger.Fault, Faulted).Permit(Trigger.Identify, Reconciling)
            .Permit(Trigger.Drop, Disconnected);
        _machine.Configure(Standby).SubstateOf(Online).Permit(Trigger.Calibrate, Calibrating).Permit(Trigger.MakeReady, Ready)
            .PermitIf(Trigger.Prime, Priming, () => Device is { SelfTested: true }, "a passed self-test");
        _machine.Configure(Calibrating).SubstateOf(Online).Permit(Trigger.EndCalibrate, Standby);
        _machine.Configure(Priming).SubstateOf(Online).Permit(Trigger.EndPrime, Standby);
        _machine.Configure(Ready).SubstateOf(Online).PermitIf(Trigger.Arm, Waiting, ArmGuards())
            .Permit(Trigger.LoseReady, Standby).Permit(Trigger.Prime, Priming);
        _machine.Configure(Armed).SubstateOf(Online).Permit(Trigger.Disarm, Ready).Permit(Trigger.Pause, Paused);
        _machine.Configure(Waiting).SubstateOf(Armed).Permit(Trigger.BeginShot, Delivering);
        _machine.Configure(Delivering).SubstateOf(Armed).Permit(Trigger.EndShot, Waiting);
        _machine.Configure(Paused).SubstateOf(Online).PermitIf(Trigger.Arm, Waiting, ArmGuards())
            .Permit(Trigger.LoseReady, Standby).Permit(Trigger.Prime, Priming);
        _machine.Configure(Stopped).PermitIf(Trigger.Clear, Standby, () => Settled, "every shot settled");
        _machine.Configure(Faulted).SubstateOf(Stopped).Permit(Trigger.Stop, EmergencyStopped);
        _machine.Configure(EmergencyStopped).SubstateOf(Stopped);
    }

    /// <summary>Fires what is possible in this state, and says whether it was.</summary>
    private bool Fire(Trigger trigger)
    {
        if (!_machine.CanFire(trigger)) { return false; }
        _machine.Fire(trigger);
        return true;
    }

    /// <summary>Fires what a person asked for, or says why not.</summary>
    private bool Ask(Trigger trigger, string what)
    {
        string why = Unmet(trigger) is { Count: > 0 } unmet ? "needed first: " + string.Join(", ", unmet) : "not possible while " + State;
        return Fire(trigger) || Refuse($"{what} refused: {why}.");
    }

    private ICollection<string>? Unmet(Trigger trigger) =>
        _machine.CanFire(trigger, out ICollection<string>? unmet) ? [] : unmet?.Select(WithReason).ToList();

    /// <summary>Says a thing once.</summary>
    private void Emit(Effect effect)
    {
        if (!_effects.Contains(effect)) { _effects.Add(effect); }
    }

    private void EmitAfterRecords(Effect effect) => _waiting.Enqueue((_records.Count > 0 ? _ticket + 1 : _ticket, effect));

    private void Write(SessionRecord record)
    {
        Ledger.Apply(record);
        _records.Add(record);
    }

    private bool Refuse(string sentence)
    {
        Write(new SessionRecord.Decision("refused", sentence));
        Emit(new Effect.Show(NoticeKind.Refused, sentence));
        return false;
    }

    private bool RequirePerson(string what, params string[] words)
    {
        bool named = !words.Any(string.IsNullOrWhiteSpace);
        return named || Refuse($"{what} refused: it needs a person{(words.Length > 1 ? " and a reason" : "")}.");
    }

    private void OnRecorded(long ticket)
    {
        _durable = Math.Max(_durable, Math.Min(ticket, _ticket));
        if (RecordsFail is null) { return; }
        RecordsFail = null;
        Emit(new Effect.Show(NoticeKind.Info, "Records are written again; nothing was lost."));
    }

    private void OnRecordFailed(string sentence)
    {
        if (IsIn(Armed)) { PauseNow(sentence); }
        else if (RecordsFail is null) { Emit(new Effect.Show(NoticeKind.Paused, sentence)); }
        RecordsFail = sentence;
    }

    /// <summary>Lets effects go whose records are durable (SR-005), unless they are void by now (SR-012).</summary>
    private void Release()
    {
        while (_waiting.TryPeek(out (long Ticket, Effect Effect) next) && next.Ticket <= _durable)
        {
            _waiting.Dequeue();
            bool stands = next.Effect is Effect.Grant grant ? IsIn(Armed) && grant.Permit == Ledger.Open
                : next.Effect is Effect.ClearFault clear ? clear.FaultSeq == _clearing
                : _device is not null;
            if (stands) { Emit(next.Effect); }
        }
    }
}
