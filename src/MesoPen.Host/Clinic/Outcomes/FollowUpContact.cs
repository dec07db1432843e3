namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>A contact that a session asks for, and where it stands.</summary>
/// <param name="SessionId">After which session.</param>
/// <param name="PatientId">Who is to be asked.</param>
/// <param name="DayAfter">Day after the session.</param>
/// <param name="DueDay">Day on which it is due.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Entries">Tries and the contact itself, oldest first.</param>
public sealed record FollowUpContact(
    string SessionId, string PatientId, int DayAfter, DateOnly DueDay, FollowUpStatus Status, IReadOnlyList<FollowUpEntry> Entries);
