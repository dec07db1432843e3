using System.Collections.Immutable;
using System.Text.Json;

namespace MesoPen.Host.Clinic.Patients;

/// <summary>A treatment that a patient had, here or elsewhere, beside this one.</summary>
/// <param name="Id">Id of the entry.</param>
/// <param name="Kind">What it was.</param>
/// <param name="Day">On which day.</param>
/// <param name="Zones">Where, by ids of the catalogue; empty: everywhere, or nobody knows.</param>
/// <param name="Note">What else there is to say.</param>
/// <param name="By">Who entered it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Withdrawn">Why the entry does not count; null if it does.</param>
public sealed record OtherTreatment(
    string Id, OtherTreatmentKind Kind, DateOnly Day, ImmutableArray<string> Zones, string? Note, string By, DateTimeOffset At, string? Withdrawn = null)
{
    /// <summary>The word of a kind, as in the site's intervals.</summary>
    public static string WordOf(OtherTreatmentKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    /// <summary>Whether it counts and was in one of these zones, or may have been.</summary>
    public bool Touches(IReadOnlySet<string> zones) => Withdrawn is null && (Zones.Length == 0 || Zones.Any(zones.Contains));
}
