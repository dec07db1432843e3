using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Patients;

/// <summary>A patient had another treatment.</summary>
/// <param name="By">Who entered it.</param>
/// <param name="PatientId">Whose.</param>
/// <param name="EntryId">Id of the entry.</param>
/// <param name="Kind">What it was.</param>
/// <param name="Day">On which day.</param>
/// <param name="Zones">Where, the other zones of each area included; empty: everywhere, or nobody knows.</param>
/// <param name="Note">What else there is to say.</param>
public sealed record OtherTreatmentNoted(
    string By, string PatientId, string EntryId, OtherTreatmentKind Kind, DateOnly Day, ImmutableArray<string> Zones, string? Note)
    : PatientEvent(By, PatientId);
