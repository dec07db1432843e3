using System.Collections.Immutable;
using MesoPen.Kernel;

namespace MesoPen.Host.Station;

/// <summary>
/// The recovery menu: what a person may ask of a session as it stands. It mirrors the kernel's own guards, and a test walks every state to see that what
/// is allowed here is taken there, and the rest refused.
/// </summary>
internal static class StationActions
{
    private static readonly StationWhy PauseFirst = new(StationReason.PauseFirst, "A zone is armed: pause first.");
    private static readonly StationWhy NotStill = new(StationReason.NotStill,
        "The device has not said yet that needle and plunger are at rest.");
    private static readonly StationWhy SettleFirst = new(StationReason.SettleFirst, "Shots are unknown: settle them first.");
    private static readonly StationWhy Settling = new(StationReason.Settling,
        "The last shots are being settled from the device's journal: a moment.");

    /// <summary>Every action, and what to wait for when the device has to do something first.</summary>
    /// <param name="session">The session.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="nowUnixMs">Wall clock, ms since 1970-01-01 UTC.</param>
    /// <param name="primed">Whether the line was primed in this session.</param>
    /// <param name="about">What the station knows besides the kernel; null for nothing.</param>
    public static ImmutableArray<StationAction> Of(Session session, TreatmentPlan plan, long nowUnixMs, bool primed, StationCase? about = null) =>
    [
        Action("prime", Prime(session)),
        Action("arm", Unfit(about) ?? Arm(session, plan, nowUnixMs, primed)),
        Action("pause", session.IsIn(SessionState.Armed) ? null : new(StationReason.NothingArmed,
            $"Nothing is armed: {Standing(session)}.")),
        Action("release", Release(session)),
        Action("settle", Settle(session)),
        Action("needle", session.IsIn(SessionState.Armed) ? PauseFirst : null),
        Action("close", about is { Lost: true } ? Unfit(about) : Close(session)),
    ];

    /// <summary>What the person at the station waits for; null if the next step is the person's own.</summary>
    public static StationWhy? WaitFor(Session session) => session switch
    {
        { Fault.Number: FaultCatalogue.AnotherDevice } => new(StationReason.ConnectSameDevice,
            "Connect the device that the session began with; or settle what is open, and end the session."),
        { Device: null } => new(StationReason.DeviceSought,
            "The device is being sought: look at its cable and its power. Until it is back, nothing can be treated."),
        { State: SessionState.Reconciling } => new(StationReason.ReadingJournal,
            "What the device did while nobody listened is being read: a moment."),
        { Fault.Number: FaultCatalogue.CountersContradict } when session.Settled || session.Ledger.UnknownShots + session.Ledger.OpenShots > 0 => null,
        _ when session.IsIn(SessionState.Stopped) && session.Releasing => new(StationReason.Releasing,
            "The device is told of the release: a moment."),
        _ when session.IsIn(SessionState.Stopped) && !session.StandsStill => NotStill,
        _ when session.IsIn(SessionState.Armed) => new(StationReason.Armed, "The zone is armed: the trigger fires."),
        { State: SessionState.Priming } => new(StationReason.Priming, "The line is being filled, off the skin."),
        { State: SessionState.Calibrating } => new(StationReason.Calibrating,
            "A calibration moves the axes, off the skin: end it first."),
        { State: SessionState.Standby, Device.SelfTested: false } => new(StationReason.SelfTesting,
            "The device tests itself, off the skin: a moment."),
        { Settled: false, Ledger.UnknownShots: 0 } => Settling,
        _ => null,
    };

    private static StationAction Action(string id, StationWhy? why) => new(id, why is null, why?.Sentence, why?.Code) { Needed = why?.Needed ?? [] };

    private static StationWhy? Unfit(StationCase? about) => about?.Unfit is { } why ? new(null, why) : null;

    private static StationWhy Needed(string sentence) => new(StationReason.NeededFirst,
        sentence) { Needed = StationNeeds.In(sentence) };

    private static StationWhy? Prime(Session session) =>
        session.State is SessionState.Ready or SessionState.Paused || session is { State: SessionState.Standby, Device.SelfTested: true } ? null
        : session.State == SessionState.Standby ? new(StationReason.SelfTestFirst, "The device has not passed its self-test yet.")
        : new(StationReason.NotNow, $"Not now: {Standing(session)}.");

    private static StationWhy? Arm(Session session, TreatmentPlan plan, long nowUnixMs, bool primed)
    {
        if (session.State is not (SessionState.Ready or SessionState.Paused))
        {
            return session.State == SessionState.Standby
                ? new(StationReason.PrimeFirst, "The line is not primed: prime it, off the skin.")
                : new(StationReason.NotNow, $"Not now: {Standing(session)}.");
        }

        if (StationSums.Next(session, plan) is not { } next)
        {
            return new(StationReason.NoPointsLeft, "No zone has points left: end the session.");
        }

        IReadOnlyCollection<string> needed = session.ArmBlockers(next, nowUnixMs);
        return needed.Count > 0 ? Needed($"Needed first: {string.Join(", ", needed)}.")
            : !primed ? new(StationReason.PrimeFirst, "The line was not primed in this session: prime it, off the skin.")
            : null;
    }

    private static StationWhy? Release(Session session) =>
        !session.IsIn(SessionState.Stopped) ? new(StationReason.NothingLatched, "No stop or fault is latched.")
        : session.Fault?.Number == FaultCatalogue.CountersContradict ? new(StationReason.CountersContradict,
            "The device's counters contradict the records: settle what is unknown, and end the session.")
        : !session.StandsStill ? session.Device is null
            ? new(StationReason.DeviceAway,
                "The device is not there to say that it stands still: look at its cable and its power.")
            : NotStill
        : !session.Settled ? session.Ledger.UnknownShots > 0
            ? SettleFirst
            : Settling
        : null;

    private static StationWhy? Settle(Session session)
    {
        // Nobody can tell any more what the open permit led to: the device is another one, or away, or its counters are (as the kernel has it).
        bool contradicted = session.Fault?.Number == FaultCatalogue.CountersContradict;
        bool lost = session.Ledger.OpenShots > 0 && session.IsIn(SessionState.Stopped) && (session.Device is null || contradicted);
        return session.IsIn(SessionState.Armed) ? PauseFirst
            : lost || session.Ledger.UnknownShots > 0 ? null
            : session.Ledger.OpenShots > 0 && session.Device is null
                ? new(StationReason.ConnectOrStop,
                    "Connect the device again: its journal says what was given. If it cannot come back, press Stop; then what is open can be taken over as delivered.")
            : new(StationReason.NothingUnknown, "No shot is unknown.");
    }

    private static StationWhy? Close(Session session) =>
        session.Ledger.Closed ? null
        : session.IsIn(SessionState.Armed) ? PauseFirst
        : session.Settled ? null
        : session.Ledger.UnknownShots > 0 ? SettleFirst
        : session.Device is null ? new(StationReason.ConnectOrStop,
            "Shots may be open: connect the device again, so that its journal says what was given; or press Stop and settle them.")
        : session.Fault?.Number == FaultCatalogue.CountersContradict && session.Ledger.OpenShots > 0 ? new(StationReason.SettleFirst,
            "Shots may be open: settle them first.")
        : Settling;

    private static string Standing(Session session) => session.State switch
    {
        SessionState.Disconnected or SessionState.Connecting => "the device is not connected",
        SessionState.Reconciling => "what the device did meanwhile is being read",
        SessionState.Standby => "the line is not primed",
        SessionState.Calibrating => "a calibration is under way",
        SessionState.Priming => "the line is being filled",
        SessionState.Ready => "no zone was armed yet",
        SessionState.Paused => "the zone is paused",
        SessionState.Faulted => "a fault is latched",
        SessionState.EmergencyStopped => "a stop is latched",
        _ => "a zone is armed",
    };
}
