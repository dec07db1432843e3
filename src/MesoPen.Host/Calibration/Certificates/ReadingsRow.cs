namespace MesoPen.Host.Calibration;

/// <summary>A line of the table of readings.</summary>
/// <param name="Record">Which sort of reading.</param>
/// <param name="Series">Before or after an adjustment; null for the environment.</param>
/// <param name="Point">Index of the point; -1 for a blank or a zero.</param>
/// <param name="Replicate">From 0.</param>
/// <param name="AtUnixMs">When it was read.</param>
internal sealed record ReadingsRow(string Record, SeriesKind? Series, int? Point, int? Replicate, long AtUnixMs)
{
    /// <summary>Room and water.</summary>
    public EnvironmentReading? Environment { get; init; }

    /// <summary>A weighing or blank.</summary>
    public WeighingReading? Weighing { get; init; }

    /// <summary>Where the gauge saw a tip.</summary>
    public GaugeReading? Gauge { get; init; }

    /// <summary>A try against a closed way out.</summary>
    public OcclusionReading? Occlusion { get; init; }
}
