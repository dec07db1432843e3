using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Patients.Screening;

/// <summary>A patient answered the screening.</summary>
/// <param name="By">Who asked.</param>
/// <param name="PatientId">Whose.</param>
/// <param name="ScreeningId">Id of the screening.</param>
/// <param name="CatalogueVersion">Version of the questions.</param>
/// <param name="Answers">The answers; the zones of each area completed.</param>
public sealed record ScreeningTaken(
    string By, string PatientId, string ScreeningId, int CatalogueVersion, ImmutableArray<ScreeningAnswer> Answers) : PatientEvent(By, PatientId);
