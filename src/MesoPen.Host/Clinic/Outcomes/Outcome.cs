namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>An outcome as it holds now.</summary>
/// <param name="Id">Its id.</param>
/// <param name="PatientId">Whose skin.</param>
/// <param name="Details">What was measured.</param>
/// <param name="By">Who entered or corrected it last.</param>
/// <param name="EnteredAt">When, UTC.</param>
/// <param name="Withdrawn">It was entered in error and counts no more.</param>
/// <param name="Version">Sequence of the last event about it.</param>
public sealed record Outcome(string Id, string PatientId, OutcomeDetails Details, string By, DateTimeOffset EnteredAt, bool Withdrawn, long Version);
