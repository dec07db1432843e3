namespace MesoPen.Host.Calibration;

/// <summary>A value to measure, as it is asked for.</summary>
/// <param name="Nominal">nL, µm or kPa.</param>
/// <param name="Tolerance">Largest error, either way; null for the profile's.</param>
/// <param name="ToleranceSource">Who says so; needed with a tolerance.</param>
/// <param name="Replicates">How often; null for 10 weighings, 3 depths, 3 occlusions.</param>
/// <param name="ShotsPerReading">Shots in one weighing; null for as many as the planner proposes.</param>
public sealed record PointAsked(long Nominal, long? Tolerance = null, string? ToleranceSource = null, int? Replicates = null, int? ShotsPerReading = null);
