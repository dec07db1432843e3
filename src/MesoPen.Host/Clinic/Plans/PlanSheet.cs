using System.Globalization;
using System.Text.Json;
using MesoPen.Host.Input;

namespace MesoPen.Host.Clinic.Plans;

/// <summary>
/// A clinic's plan as a plan file: read by the code that reads plan files, so that both are the same plan and are refused in the same words.
/// </summary>
public static class PlanSheet
{
    /// <summary>The plan file of a version of a plan.</summary>
    /// <param name="planId">Id of the plan.</param>
    /// <param name="title">Title of the plan.</param>
    /// <param name="content">What is to be done.</param>
    /// <param name="product">With what.</param>
    /// <exception cref="InputException">A number or word is not what docs/plans.md says.</exception>
    public static PlanFile Of(string planId, string title, PlanContent content, LoadedProduct product)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(product);
        InputMap map = Map(
            ("plan", 1),
            ("id", "clinic"),
            ("title", title),
            ("profile", content.DeviceFamily),
            ("product", Map(
                ("name", product.Name),
                ("lot", product.Lot),
                ("expires", product.Expires.ToString("O", CultureInfo.InvariantCulture)),
                ("volume_nl", product.VolumeNl),
                ("session_max_nl", product.SessionMaxNl),
                ("source", product.Source))),
            ("prime_nl", content.PrimeNl),
            ("needle", Map(("sticks_max", content.SticksMax), ("reason", content.SticksReason))),
            ("zones", new InputList(0, [.. content.Zones.Select((zone, index) => Zone(zone, index + 1))])));
        InputFile file = new("plan " + planId, JsonSerializer.Serialize(content, ClinicJson.Options), ClinicJson.Sha256(content));

        // The clinic's ids allow capitals, those of files do not.
        return PlanFile.Of(file, map) with { Id = planId };
    }

    /// <summary>Its "line" is its place in the plan, counted from 1: a refusal says by it which zone is meant.</summary>
    private static InputMap Zone(PlannedZone zone, int place) => Map(
        place,
        ("zone", zone.Zone),
        ("technique", zone.Technique),
        ("trigger", zone.Trigger),
        ("points", zone.Points),
        ("dose_nl", zone.DoseNl),
        ("needle_length_um", zone.NeedleLengthUm),
        ("angle_deg", zone.AngleDeg),
        ("spacing_um", zone.SpacingUm),
        ("min_interval_ms", zone.MinIntervalMs),
        ("depth_max_um", zone.DepthMaxUm),
        ("depth_source", zone.DepthSource),
        ("dose_max_nl", zone.DoseMaxNl),
        ("dose_source", zone.DoseSource));

    private static InputMap Map(params (string Key, object? Value)[] entries) => Map(0, entries);

    private static InputMap Map(int line, params (string Key, object? Value)[] entries) =>
        new(line, [.. entries.Select(entry => (Scalar(line, entry.Key, false), Node(line, entry.Value)))]);

    private static InputNode Node(int line, object? value) => value switch
    {
        null => Scalar(line, "", true),
        InputNode node => node,
        string text => Scalar(line, text, false),
        IFormattable number => Scalar(line, number.ToString(null, CultureInfo.InvariantCulture), true),
        _ => throw new ArgumentException($"A plan has no {value.GetType().Name}.", nameof(value)),
    };

    private static InputScalar Scalar(int line, string text, bool plain) => new(line, text, plain);
}
