using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Patients.Screening;

/// <summary>A patient's answer to a question of the screening.</summary>
/// <param name="Question">Id of the question.</param>
/// <param name="Yes">Whether it speaks against treatment.</param>
/// <param name="Zones">Where, by ids of the catalogue, or the one word all; only with a yes to a question about zones.</param>
/// <param name="Substances">Which; only with a yes to a question about substances.</param>
/// <param name="Note">What else the patient said.</param>
public sealed record ScreeningAnswer(
    string Question, bool Yes, ImmutableArray<string>? Zones = null, ImmutableArray<string>? Substances = null, string? Note = null);
