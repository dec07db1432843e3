using System.Globalization;

namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>When patients are asked after a session, and what may be entered about it.</summary>
public static class FollowUpRules
{
    private const int ContactsMost = 20;
    private const int GraceDaysMost = 28;

    /// <summary>Sets the schedule of the site.</summary>
    public static Decision SetSchedule(ClinicState state, SetFollowUpSchedule asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        FollowUpSchedule known = state.Outcomes.Schedule;
        IReadOnlyList<int> days = asked.DaysAfter;
        bool ascending = days.Zip(days.Skip(1)).All(pair => pair.First < pair.Second);
        return days.Count is 0 or > ContactsMost || !ascending || days[0] < 1 || days[^1] > FollowUpSchedule.DayMost
            ? ClinicProblems.Invalid.With(Say($"days_after takes 1 to {ContactsMost} days, ascending, from 1 to {FollowUpSchedule.DayMost}."))
            : days[^1] < FollowUpSchedule.LastDayLeast
                ? ClinicProblems.Invalid.With(Say(
                    $"The last of days_after must be {FollowUpSchedule.LastDayLeast} or more: infections with mycobacteria show up to 12 weeks after."))
            : asked.GraceDays is < 0 or > GraceDaysMost ? ClinicProblems.Invalid.With(Say($"grace_days takes 0 to {GraceDaysMost}."))
            : known.Version > 0 && known.GraceDays == asked.GraceDays && known.DaysAfter.SequenceEqual(days)
                ? Decision.Accept("follow-up")
            : Decision.Accept("follow-up", new FollowUpScheduleSet(who.PersonId, days, asked.GraceDays));
    }

    /// <summary>Enters a contact with a patient.</summary>
    /// <param name="state">The clinic.</param>
    /// <param name="sessions">Finds a treatment session.</param>
    /// <param name="sessionId">After which session.</param>
    /// <param name="asked">The contact.</param>
    /// <param name="who">Who asked the patient.</param>
    public static Decision Enter(ClinicState state, Func<string, TreatedSession?> sessions, string sessionId, FollowUpDetails asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(sessions);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        if (sessions(sessionId) is not { } session || !state.Patients.All.TryGetValue(session.PatientId, out Patients.Patient? patient))
        {
            return ClinicProblems.Unknown.With("There is no such treatment session.");
        }

        Problem? problem = (state.Outcomes.Schedule.DaysAfter.Contains(asked.DayAfter) ? null : ClinicProblems.Invalid.With(
                $"day_after takes a contact of the site's schedule: {string.Join(", ", state.Outcomes.Schedule.DaysAfter)}."))
            ?? OutcomeChecks.Day("day", asked.Day, patient, who)
            ?? (asked.Day < session.Day ? ClinicProblems.Invalid.With("day lies before the session: check it.") : null)
            ?? AdverseEvent(state, session, asked)
            ?? OutcomeChecks.Note(asked.Note);
        string id = OutcomeChecks.NextId("F", state.Outcomes.FollowUps.Count);
        return problem is null ? Decision.Accept(id, new FollowUpEntered(who.PersonId, id, sessionId, session.PatientId, asked)) : problem;
    }

    /// <summary>Withdraws an entry that was made in error.</summary>
    public static Decision Withdraw(ClinicState state, string followUpId, Withdraw asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        return !state.Outcomes.FollowUps.TryGetValue(followUpId, out FollowUpEntry? entry) ? ClinicProblems.Unknown.With("There is no such entry.")
            : entry.Withdrawn ? Decision.Accept(followUpId)
            : OutcomeChecks.Line("reason", asked.Reason) is { } problem ? problem
            : Decision.Accept(followUpId, new FollowUpWithdrawn(who.PersonId, followUpId, asked.Reason));
    }

    private static Problem? AdverseEvent(ClinicState state, TreatedSession session, FollowUpDetails asked) =>
        asked.Finding == FollowUpFinding.AdverseEvent != asked.AdverseEventId is not null
            ? ClinicProblems.Invalid.With("adverse_event_id goes with the finding adverse-event, and with no other: report the adverse event first.")
            : asked.AdverseEventId is { } id && state.Outcomes.AdverseEvents.GetValueOrDefault(id)?.PatientId != session.PatientId
                ? ClinicProblems.Invalid.With("adverse_event_id names no adverse event of this patient: report it first.")
            : null;

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
