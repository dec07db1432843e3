using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Patients.Screening;

/// <summary>Some questions of a screening were asked anew, such as those of each day.</summary>
/// <param name="By">Who asked.</param>
/// <param name="PatientId">Whose.</param>
/// <param name="ScreeningId">Id of the screening.</param>
/// <param name="Answers">The new answers.</param>
public sealed record ScreeningUpdated(string By, string PatientId, string ScreeningId, ImmutableArray<ScreeningAnswer> Answers)
    : PatientEvent(By, PatientId);
