using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Treatments;

/// <summary>How treatment sessions begin and end, as the clinic's records see it.</summary>
public static class TreatmentRules
{
    /// <summary>Opens a session: every gate but the one that only the station knows must stand, and patient, vial, head and station must be free.</summary>
    /// <param name="state">The clinic.</param>
    /// <param name="intent">What it is to be.</param>
    /// <param name="basis">All that it stands on.</param>
    /// <param name="device">Address of the device.</param>
    /// <param name="gates">The gates.</param>
    /// <param name="reservations">What becomes the session's own.</param>
    /// <param name="who">Who asks.</param>
    public static Decision Open(
        ClinicState state, TreatmentIntent intent, ImmutableArray<BasisItem> basis, string device, Gates gates,
        IEnumerable<Reservation> reservations, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(intent);
        ArgumentNullException.ThrowIfNull(gates);
        ArgumentNullException.ThrowIfNull(reservations);
        ArgumentNullException.ThrowIfNull(who);
        if (state.Treatments.OpenAt(who.Station) is { } busy)
        {
            return TreatmentProblems.StationBusy.With($"Session {busy.Intent.SessionId} has not ended.");
        }

        if (PatientTurn.Blocks(state, intent, who.Now) is { } elsewhere)
        {
            return elsewhere;
        }

        if (state.Treatments.Open.FirstOrDefault(each => each.Heads.Contains(intent.HeadId)) is { } other)
        {
            return TreatmentProblems.HeadElsewhere.With($"Head {intent.HeadId} is in session {other.Intent.SessionId} at station {other.Station}.");
        }

        List<ClinicEvent> events = [new SessionOpened(who.PersonId, intent, basis, who.Station, device)];
        foreach (Reservation each in reservations)
        {
            Decision taken = each.Take(state, intent, who);
            if (taken.Problem is { } refused)
            {
                return refused;
            }

            events.AddRange(taken.Events);
        }

        // The gates are asked about the state with the reservations: what is this session's own speaks for it.
        ClinicState after = Fold(state, events, who);
        return gates.Examine(after, intent, who.Now).FirstOrDefault(finding => finding.Problem is not null)?.Problem is { } blocked
            ? blocked
            : Decision.Accept(intent.SessionId, [.. events]);
    }

    /// <summary>What the gates would find once the session was open: as <see cref="Open"/> asks them, with whatever can be reserved reserved.</summary>
    public static ImmutableArray<GateFinding> Rehearse(
        ClinicState state, TreatmentIntent intent, ImmutableArray<BasisItem> basis, string device, Gates gates, IEnumerable<Reservation> reservations, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(gates);
        ArgumentNullException.ThrowIfNull(reservations);
        ArgumentNullException.ThrowIfNull(who);
        List<ClinicEvent> events = [new SessionOpened(who.PersonId, intent, basis, who.Station, device)];
        events.AddRange(reservations.Select(each => each.Take(state, intent, who)).Where(taken => taken.Problem is null).SelectMany(taken => taken.Events));
        return gates.Examine(Fold(state, events, who), intent, who.Now);
    }

    /// <summary>Records who the device is.</summary>
    public static Decision KnowDevice(ClinicState state, SessionDeviceKnown known)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(known);
        return Find(state, known.SessionId) is { Problem: { } problem } ? problem
            : state.Treatments.All[known.SessionId].DeviceKnown == known ? Decision.Accept(known.SessionId)
            : Decision.Accept(known.SessionId, known);
    }

    /// <summary>Goes on with another needle head.</summary>
    public static Decision ChangeHead(ClinicState state, string sessionId, string headId, int punctures, IEnumerable<Reservation> reservations, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(reservations);
        ArgumentNullException.ThrowIfNull(who);
        if (Find(state, sessionId) is { Problem: { } problem })
        {
            return problem;
        }

        if (state.Treatments.Open.FirstOrDefault(each => each.Heads.Contains(headId)) is { } other)
        {
            return TreatmentProblems.HeadElsewhere.With($"Head {headId} is or was in session {other.Intent.SessionId}: take another one.");
        }

        List<ClinicEvent> events = [];
        foreach (Reservation each in reservations.Where(each => each.Change is not null))
        {
            Decision changed = each.Change!(state, state.Treatments.All[sessionId].Intent with { HeadId = headId }, punctures, who);
            if (changed.Problem is { } refused)
            {
                return refused;
            }

            events.AddRange(changed.Events);
        }

        return Decision.Accept(sessionId, [.. events, new SessionHeadChanged(who.PersonId, sessionId, headId, punctures)]);
    }

    /// <summary>Notes what was seen.</summary>
    public static Decision Note(ClinicState state, string sessionId, NoteReaction asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        return Find(state, sessionId) is { Problem: { } problem } ? problem
            : !Words.IsText(asked.Text) || asked.Text.Length == 0 ? ClinicProblems.Invalid.With("text takes what was seen.")
            : asked.Zone is { } zone && !Words.IsLine(zone) ? ClinicProblems.Invalid.With("zone takes the id of a zone.")
            : Decision.Accept(sessionId, new ReactionSeen(who.PersonId, sessionId, asked.Zone, asked.Text));
    }

    /// <summary>Notes what the patient was told.</summary>
    public static Decision Tell(ClinicState state, string sessionId, GiveAftercare asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        return Find(state, sessionId) is { Problem: { } problem } ? problem
            : !Words.IsText(asked.Text) || asked.Text.Length == 0 ? ClinicProblems.Invalid.With("text takes what the patient was told.")
            : Decision.Accept(sessionId, new AftercareGiven(who.PersonId, sessionId, asked.Text));
    }

    /// <summary>Ends a session with what it came to.</summary>
    public static Decision End(ClinicState state, SessionEnded ended, CloseSession asked, IEnumerable<Reservation> reservations, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(ended);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(reservations);
        ArgumentNullException.ThrowIfNull(who);
        if (Find(state, ended.SessionId) is { Problem: { } problem })
        {
            return problem;
        }

        Treatment treatment = state.Treatments.All[ended.SessionId];
        if (AftercareWanting(treatment, ended.Zones, asked) is { } wanting)
        {
            return wanting;
        }

        List<ClinicEvent> events = asked.Aftercare is { } told ? [new AftercareGiven(who.PersonId, ended.SessionId, told)] : [];
        foreach (Reservation each in reservations)
        {
            Decision settled = each.Settle(state, treatment.Intent, ended, who);
            if (settled.Problem is { } refused)
            {
                return refused;
            }

            events.AddRange(settled.Events);
        }

        return Decision.Accept(ended.SessionId, [.. events, ended]);
    }

    /// <summary>Why a session cannot end as asked, before anything of it is written; null if it can.</summary>
    public static Problem? AftercareWanting(Treatment treatment, IEnumerable<ZoneGiven> zones, CloseSession asked)
    {
        ArgumentNullException.ThrowIfNull(treatment);
        ArgumentNullException.ThrowIfNull(asked);
        return asked.Aftercare is { } told && (told.Length == 0 || !Words.IsText(told)) ? ClinicProblems.Invalid.With("aftercare takes what the patient was told.")
            : asked.Aftercare is null && treatment.Aftercare.IsEmpty && zones.Any(zone => zone.DeliveredNl + zone.UnknownNl > 0)
                ? TreatmentProblems.AftercareMissing.With("Product was delivered: say in aftercare what the patient was told.")
            : null;
    }

    private static Decision Find(ClinicState state, string sessionId)
    {
        ArgumentNullException.ThrowIfNull(state);
        return !state.Treatments.All.TryGetValue(sessionId, out Treatment? found) ? ClinicProblems.Unknown.With("There is no session of this id.")
            : found.Ended is not null ? TreatmentProblems.Over.With("The session has ended.")
            : Decision.Accept(sessionId);
    }

    private static ClinicState Fold(ClinicState state, IEnumerable<ClinicEvent> events, Actor who)
    {
        foreach (ClinicEvent each in events)
        {
            state = state.Apply(new ClinicFact(state.LastSequence + 1, who.Now, each));
        }

        return state;
    }
}
