namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>What may be reported as an adverse event, and how more becomes known of it.</summary>
public static class AdverseEventRules
{
    /// <summary>Reports one.</summary>
    /// <param name="state">The clinic.</param>
    /// <param name="sessions">Finds a treatment session.</param>
    /// <param name="patientId">Whom it befell.</param>
    /// <param name="asked">What is known. Device, head, product and lot are taken from the session where left out, each if there was but one.</param>
    /// <param name="who">Who reports it.</param>
    public static Decision Report(ClinicState state, Func<string, TreatedSession?> sessions, string patientId, AdverseEventDetails asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(who);
        string id = OutcomeChecks.NextId("AE", state.Outcomes.AdverseEvents.Count);
        return Check(state, sessions, patientId, asked, who) is { } problem
            ? problem
            : Decision.Accept(id, new AdverseEventReported(who.PersonId, id, patientId, Linked(asked, sessions)));
    }

    /// <summary>States anew what is known.</summary>
    public static Decision Update(
        ClinicState state, Func<string, TreatedSession?> sessions, string adverseEventId, Corrected<AdverseEventDetails> asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        return !state.Outcomes.AdverseEvents.TryGetValue(adverseEventId, out AdverseEvent? known)
                ? ClinicProblems.Unknown.With("There is no such adverse event.")
            : (OutcomeChecks.Line("reason", asked.Reason) ?? Check(state, sessions, known.PatientId, asked.Details, who)) is { } problem ? problem
            : Linked(asked.Details, sessions) == known.Details ? Decision.Accept(adverseEventId)
            : Decision.Accept(adverseEventId, new AdverseEventUpdated(who.PersonId, adverseEventId, Linked(asked.Details, sessions), asked.Reason));
    }

    /// <summary>With what the session says of device, head and lot, where nothing else was said: a recall must find the event by each of them.</summary>
    private static AdverseEventDetails Linked(AdverseEventDetails asked, Func<string, TreatedSession?> sessions)
    {
        if (asked.SessionId is null || sessions(asked.SessionId) is not { } session)
        {
            return asked;
        }

        TreatedLot? only = session.Lots is [{ } one] && asked.ProductId is null && asked.Lot is null ? one : null;
        return asked with
        {
            DeviceSerial = asked.DeviceSerial ?? session.DeviceSerial,
            HeadId = asked.HeadId ?? (session.HeadIds is [{ } head] ? head : null),
            ProductId = asked.ProductId ?? only?.ProductId,
            Lot = asked.Lot ?? only?.Lot,
        };
    }

    private static Problem? Check(ClinicState state, Func<string, TreatedSession?> sessions, string patientId, AdverseEventDetails asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        ArgumentNullException.ThrowIfNull(asked);
        return !state.Patients.All.TryGetValue(patientId, out Patients.Patient? patient) ? ClinicProblems.Unknown.With(OutcomeChecks.UnknownPatient)
            : OutcomeChecks.Day("onset_day", asked.OnsetDay, patient, who)
                ?? (string.IsNullOrWhiteSpace(asked.Description) || !Words.IsText(asked.Description)
                    ? ClinicProblems.Invalid.With($"description takes text of 1 to {Words.TextMax} characters, without control characters.")
                    : null)
                ?? Resolution(asked, patient, who)
                ?? OutcomeChecks.Zone(asked.Zone)
                ?? OutcomeChecks.Session(asked.SessionId, patientId, sessions)
                ?? Cause(asked)
                ?? (asked.SessionId is null ? null : InSession(asked, sessions(asked.SessionId)!));
    }

    private static Problem? Resolution(AdverseEventDetails asked, Patients.Patient patient, Actor who)
    {
        bool over = asked.Outcome is AdverseEventOutcome.Resolved or AdverseEventOutcome.ResolvedWithSequelae;
        return !over && asked.ResolvedDay is not null
                ? ClinicProblems.Invalid.With("resolved_day belongs to a resolved adverse event alone: leave it out, or set outcome.")
            : over && asked.ResolvedDay is null ? ClinicProblems.Invalid.With("resolved_day is missing: outcome says that it is resolved.")
            : asked.ResolvedDay is { } day && day < asked.OnsetDay ? ClinicProblems.Invalid.With("resolved_day lies before onset_day: check both.")
            : asked.ResolvedDay is { } known ? OutcomeChecks.Day("resolved_day", known, patient, who)
            : asked.Outcome == AdverseEventOutcome.Fatal && !asked.Serious
                ? ClinicProblems.Invalid.With("serious must be true: outcome says that the patient died of it.")
            : null;
    }

    private static Problem? Cause(AdverseEventDetails asked) =>
        OutcomeChecks.Id("product_id", asked.ProductId)
        ?? (asked.Lot is null ? null : OutcomeChecks.Line("lot", asked.Lot))
        ?? (asked.Lot is not null && asked.ProductId is null ? ClinicProblems.Invalid.With("product_id is missing: a lot is one of a product.") : null)
        ?? OutcomeChecks.Id("head_id", asked.HeadId)
        ?? (asked.DeviceSerial is null ? null : OutcomeChecks.Line("device_serial", asked.DeviceSerial))
        ?? (asked.FirstShot is null == asked.LastShot is null ? null : ClinicProblems.Invalid.With(
            "first_shot and last_shot go together: state both or none."))
        ?? (asked.FirstShot is null || asked.SessionId is not null ? null : ClinicProblems.Invalid.With(
            "session_id is missing: shots are those of a session."))
        ?? (asked.FirstShot > asked.LastShot ? ClinicProblems.Invalid.With("first_shot is after last_shot: check both.") : null);

    private static Problem? InSession(AdverseEventDetails asked, TreatedSession session) =>
        asked.OnsetDay < session.Day.AddDays(-1)
            ? ClinicProblems.Invalid.With("onset_day lies before the session: leave session_id out if it began earlier.")
        : asked.LastShot - asked.FirstShot >= session.ShotsFired
            ? ClinicProblems.Invalid.With("first_shot to last_shot are more shots than this session had: its record shows them.")
        : asked.Lot is not null && !session.Lots.Contains(new TreatedLot(asked.ProductId!, asked.Lot))
            ? ClinicProblems.Invalid.With("lot was not used in this session: its record shows those that were.")
        : asked.HeadId is not null && !session.HeadIds.Contains(asked.HeadId)
            ? ClinicProblems.Invalid.With("head_id was not used in this session: its record shows those that were.")
        : asked.DeviceSerial is not null && asked.DeviceSerial != session.DeviceSerial
            ? ClinicProblems.Invalid.With("device_serial was not used in this session: its record shows the one that was.")
        : null;
}
