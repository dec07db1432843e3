using System.Collections.Frozen;
using System.Text.Json.Nodes;
using MesoPen.Host.Clinic.Outcomes;

namespace MesoPen.Host.Exchange.Fhir;

/// <summary>Codes of others that are used, and from where; what has no certain code has ours.</summary>
internal static class FhirCodes
{
    public const string Snomed = "http://snomed.info/sct";
    public const string Zones = "urn:mesopen:zone";
    public const string Terms = "http://terminology.hl7.org/CodeSystem/";

    /// <summary>
    /// SNOMED CT codes of regions, coarser than our zones and without sides. Each was read in a published value set; docs/exchange.md names it. A
    /// zone without one has our code alone.
    /// </summary>
    public static FrozenDictionary<string, (string Code, string Display)> Regions { get; } = new Dictionary<string, (string, string)>
    {
        ["forehead"] = ("52795006", "Forehead structure (body structure)"),
        ["scalp"] = ("41695006", "Scalp structure (body structure)"),
        ["neck"] = ("45048000", "Neck structure (body structure)"),
        ["hand"] = ("85562004", "Hand structure (body structure)"),
        ["thigh"] = ("68367000", "Thigh structure (body structure)"),
    }.ToFrozenDictionary();

    /// <summary>A zone: our own code, which is exact, and the region's if it has one.</summary>
    public static JsonObject Zone(string zone)
    {
        string region = zone.Split('.')[0];
        return FhirJson.Concept(
            zone,
            FhirJson.Coding(Zones, zone),
            Regions.TryGetValue(region, out (string Code, string Display) known) ? FhirJson.Coding(Snomed, known.Code, known.Display) : null);
    }

    /// <summary>Code of adverse-event-severity.</summary>
    public static string Word(Severity severity) => severity switch
    {
        Severity.Mild => "mild",
        Severity.Moderate => "moderate",
        _ => "severe",
    };

    /// <summary>Code of adverse-event-causality-assess.</summary>
    public static string Word(Relation relation) => relation switch
    {
        Relation.Certain => "Certain",
        Relation.Probable => "Probably-Likely",
        Relation.Possible => "Possible",
        Relation.Unlikely => "Unlikely",
        Relation.Conditional => "Conditional-Classified",
        _ => "Unassessable-Unclassifiable",
    };

    /// <summary>Code of adverse-event-outcome.</summary>
    public static string Word(AdverseEventOutcome outcome) => outcome switch
    {
        AdverseEventOutcome.Ongoing => "ongoing",
        AdverseEventOutcome.Recovering => "recovering",
        AdverseEventOutcome.Resolved => "resolved",
        AdverseEventOutcome.ResolvedWithSequelae => "resolvedWithSequelae",
        AdverseEventOutcome.Fatal => "fatal",
        _ => "unknown",
    };

    /// <summary>Code of metric-calibration-state.</summary>
    public static string Word(CalibrationState? state) => state switch
    {
        CalibrationState.NotCalibrated => "not-calibrated",
        CalibrationState.CalibrationRequired => "calibration-required",
        CalibrationState.Calibrated => "calibrated",
        _ => "unspecified",
    };
}
