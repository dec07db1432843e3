namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>An entry of the follow-up as it holds now.</summary>
/// <param name="Id">Its id.</param>
/// <param name="SessionId">After which session.</param>
/// <param name="PatientId">Who was asked.</param>
/// <param name="Details">The contact.</param>
/// <param name="By">Who asked.</param>
/// <param name="Withdrawn">It was entered in error.</param>
/// <param name="Version">Sequence of the last event about it.</param>
public sealed record FollowUpEntry(
    string Id, string SessionId, string PatientId, FollowUpDetails Details, string By, bool Withdrawn, long Version);
