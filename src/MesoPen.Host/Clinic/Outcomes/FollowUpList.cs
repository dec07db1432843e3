namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>Which contacts sessions ask for, and where each stands.</summary>
public static class FollowUpList
{
    /// <summary>All contacts of these sessions, by due day, then session.</summary>
    /// <param name="outcomes">Schedule and entries.</param>
    /// <param name="sessions">The sessions.</param>
    /// <param name="today">The day for which it holds.</param>
    public static IReadOnlyList<FollowUpContact> Of(OutcomesState outcomes, IEnumerable<TreatedSession> sessions, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        ArgumentNullException.ThrowIfNull(sessions);
        ILookup<(string, int), FollowUpEntry> entries = outcomes.FollowUps.Values
            .Where(entry => !entry.Withdrawn)
            .ToLookup(entry => (entry.SessionId, entry.Details.DayAfter));
        return
        [
            .. sessions
                .SelectMany(session => outcomes.Schedule.DaysAfter.Select(day => Contact(
                    session, day, [.. entries[(session.Id, day)]], outcomes.Schedule.GraceDays, today)))
                .OrderBy(contact => contact.DueDay).ThenBy(contact => contact.SessionId, StringComparer.Ordinal),
        ];
    }

    private static FollowUpContact Contact(TreatedSession session, int dayAfter, IReadOnlyList<FollowUpEntry> entries, int graceDays, DateOnly today)
    {
        DateOnly due = session.Day.AddDays(dayAfter);
        FollowUpStatus status = entries.Any(entry => entry.Details.Finding != FollowUpFinding.NotReached) ? FollowUpStatus.Done
            : today > due.AddDays(graceDays) ? FollowUpStatus.Overdue
            : today >= due ? FollowUpStatus.Due
            : FollowUpStatus.Upcoming;
        return new FollowUpContact(session.Id, session.PatientId, dayAfter, due, status, entries);
    }
}
