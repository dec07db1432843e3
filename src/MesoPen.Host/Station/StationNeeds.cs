using System.Collections.Immutable;

namespace MesoPen.Host.Station;

/// <summary>What is needed first, from the kernel's words for it. A test walks every state to see that each of its guards is known here.</summary>
internal static class StationNeeds
{
    private static readonly (string Words, StationNeed Need)[] Known =
    [
        ("an identified device that takes permits", StationNeed.Device),
        ("a passed self-test", StationNeed.SelfTest),
        ("a primed line", StationNeed.Primed),
        ("a calibration in date", StationNeed.CalibrationInDate),
        ("a session that is not closed", StationNeed.OpenSession),
        ("a plan within all limits", StationNeed.PlanWithinLimits),
        ("a product in date", StationNeed.ProductInDate),
        ("a fresh needle, confirmed", StationNeed.FreshNeedle),
        ("screening, confirmed", StationNeed.Screening),
        ("consent, confirmed", StationNeed.Consent),
        ("the patient, by nobody else treated, confirmed", StationNeed.Patient),
        ("the operator's competence, confirmed", StationNeed.Competence),
        ("the newest plan, due, confirmed", StationNeed.Plan),
        ("the product, allowed and in date, confirmed", StationNeed.Product),
        ("the vial, in time and with enough left, confirmed", StationNeed.Vial),
        ("the site's records within reach, confirmed", StationNeed.Records),
        ("the calibration in force, confirmed", StationNeed.Certificate),
        ("every shot settled and the device at rest", StationNeed.Settled),
        ("records that are written", StationNeed.Written),
        ("a zone of the plan with points left", StationNeed.Points),
    ];

    /// <summary>The kernel's words for it.</summary>
    public static string WordsOf(StationNeed need) => Known.Single(each => each.Need == need).Words;

    /// <summary>What of it is named in a sentence; empty if nothing that is known.</summary>
    public static ImmutableArray<StationNeed> In(string sentence) =>
        [.. Known.Where(each => sentence.Contains(each.Words, StringComparison.Ordinal)).Select(each => each.Need)];
}
