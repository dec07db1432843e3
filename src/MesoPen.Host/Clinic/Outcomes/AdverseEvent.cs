namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>An adverse event as it is known now.</summary>
/// <param name="Id">Its id.</param>
/// <param name="PatientId">Whom it befell.</param>
/// <param name="Details">What is known.</param>
/// <param name="ReportedBy">Who reported it first.</param>
/// <param name="ReportedAt">When, UTC.</param>
/// <param name="UpdatedAt">When it was updated last, UTC.</param>
/// <param name="Version">Sequence of the last event about it.</param>
public sealed record AdverseEvent(
    string Id, string PatientId, AdverseEventDetails Details, string ReportedBy, DateTimeOffset ReportedAt, DateTimeOffset UpdatedAt, long Version);
