namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>When patients are asked how they are after a session.</summary>
/// <param name="DaysAfter">Days after the session, ascending; the last is at least <see cref="LastDayLeast"/>.</param>
/// <param name="GraceDays">A contact counts as overdue only so many days after it was due.</param>
/// <param name="Version">Sequence of the event that set it; 0 for the one that holds until then.</param>
public sealed record FollowUpSchedule(IReadOnlyList<int> DaysAfter, int GraceDays, long Version)
{
    /// <summary>
    /// The last contact is not before this day: 12 weeks. Infections with mycobacteria after mesotherapy showed 1 to 12 weeks after the session
    /// (15 cases, https://pubmed.ncbi.nlm.nih.gov/17550571), so a patient who was asked last before that was asked too early.
    /// </summary>
    public const int LastDayLeast = 84;

    /// <summary>The latest day that can be set: a year. Beyond it a contact is not a follow-up of a session.</summary>
    public const int DayMost = 365;

    /// <summary>Until the site sets its own: both ends of those 1 to 12 weeks, and no grace.</summary>
    public static FollowUpSchedule UntilSet { get; } = new([7, LastDayLeast], 0, 0);
}
