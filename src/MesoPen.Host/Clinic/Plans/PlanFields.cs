using MesoPen.Kernel;

namespace MesoPen.Host.Clinic.Plans;

/// <summary>Which field of a plan a limit or a sentence is about.</summary>
internal static class PlanFields
{
    // As the readers of plans and courses name them. Those of the needle stand in plan files under a shorter name.
    private static readonly (string Word, string Field)[] Named =
    [
        ("depth_max_um", "depth_max_um"), ("depth_source", "depth_source"), ("dose_max_nl", "dose_max_nl"), ("dose_source", "dose_source"),
        ("needle_length_um", "needle_length_um"), ("angle_deg", "angle_deg"), ("spacing_um", "spacing_um"), ("min_interval_ms", "min_interval_ms"),
        ("dose_nl", "dose_nl"), ("points of", "points"), ("technique", "technique"), ("trigger", "trigger"), ("prime_nl", "prime_nl"),
        ("sticks_max", "sticks_max"), ("reason of", "sticks_reason"), ("lacks reason", "sticks_reason"), ("device_family", "device_family"),
        ("product_id", "product_id"), ("course.sessions", "course.sessions"), ("course.interval", "course.interval"),
        ("course.maintenance", "course.maintenance"), ("course.source", "course.source"), ("patient_id", "patient_id"), ("zones takes", "zones"),
    ];

    /// <summary>The field that a limit bounds. A zone that a product may not be used in has no other number that would do.</summary>
    public static string Of(Limit limit) => limit.Kind switch
    {
        LimitKind.TissueDepthMax or LimitKind.TissueDepthMin or LimitKind.NeedleLengthMax or LimitKind.NeedleLengthMin => "needle_length_um",
        LimitKind.DoseMax or LimitKind.DoseMin or LimitKind.DoseStep => "dose_nl",
        LimitKind.ZoneShotsMax when limit.Value == 0 => "zone",
        LimitKind.ZoneVolumeMax or LimitKind.ZoneShotsMax => "points",
        LimitKind.ShotIntervalMin => "min_interval_ms",
        LimitKind.PrimeMax => "prime_nl",
        LimitKind.NeedleSticksMax => "sticks_max",
        _ => "zones",
    };

    /// <summary>The field whose name comes first in a sentence; null if it names none.</summary>
    public static string? NamedIn(string sentence) => Named
        .Select(each => (each.Field, At: sentence.IndexOf(each.Word, StringComparison.Ordinal)))
        .Where(each => each.At >= 0)
        .OrderBy(each => each.At)
        .Select(each => each.Field)
        .FirstOrDefault();

    /// <summary>Unit of the values of a kind.</summary>
    public static string UnitOf(LimitKind kind) => kind switch
    {
        LimitKind.TissueDepthMax or LimitKind.TissueDepthMin or LimitKind.NeedleLengthMax or LimitKind.NeedleLengthMin => "um",
        LimitKind.ZoneShotsMax or LimitKind.NeedleSticksMax => "shots",
        LimitKind.ShotIntervalMin => "ms",
        _ => "nl",
    };
}
