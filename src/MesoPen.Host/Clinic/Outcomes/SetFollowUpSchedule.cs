namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>Asks to set when patients are asked after a session.</summary>
/// <param name="DaysAfter">Days after the session, ascending, the last at least 84.</param>
/// <param name="GraceDays">Days until a contact that was due is overdue.</param>
public sealed record SetFollowUpSchedule(IReadOnlyList<int> DaysAfter, int GraceDays);
