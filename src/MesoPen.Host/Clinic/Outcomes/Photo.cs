namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>A reference to a photograph as it holds now.</summary>
/// <param name="Id">Its id.</param>
/// <param name="PatientId">Whose skin.</param>
/// <param name="Details">Where it is kept.</param>
/// <param name="Withdrawn">It was entered in error.</param>
/// <param name="Version">Sequence of the last event about it.</param>
public sealed record Photo(string Id, string PatientId, PhotoDetails Details, bool Withdrawn, long Version);
