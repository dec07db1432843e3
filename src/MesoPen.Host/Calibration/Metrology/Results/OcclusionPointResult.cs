using System.Collections.Immutable;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>The pressure at which an occlusion was found.</summary>
/// <param name="Stated">Figures in kPa.</param>
/// <param name="ThresholdsKpa">Each try, kPa, in the order of time.</param>
/// <param name="MeanAfterMs">Mean time from the beginning of the move to the fault, ms.</param>
/// <param name="LongestAfterMs">Longest, ms.</param>
/// <param name="MeanBolusNl">Mean bolus when the way was opened, nL; null if none was measured.</param>
/// <param name="LargestBolusNl">Largest, nL; null if none was measured.</param>
/// <param name="Chart">The thresholds as a control chart; null below two.</param>
public sealed record OcclusionPointResult(
    PointResult Stated, ImmutableArray<double> ThresholdsKpa, double MeanAfterMs, double LongestAfterMs, double? MeanBolusNl, double? LargestBolusNl,
    ControlChart? Chart);
