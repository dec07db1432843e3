using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Patients;

/// <summary>Asks to enter another treatment that a patient had.</summary>
/// <param name="Kind">What it was.</param>
/// <param name="Day">On which day.</param>
/// <param name="Zones">Where, by ids of the catalogue; empty: everywhere, or nobody knows.</param>
/// <param name="Note">What else there is to say; needed for other.</param>
public sealed record NoteOtherTreatment(OtherTreatmentKind Kind, DateOnly Day, ImmutableArray<string> Zones, string? Note = null);
