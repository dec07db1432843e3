using System.Collections.Immutable;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>What one series says. Only the parts of its <see cref="CalibrationKind"/> are filled.</summary>
/// <param name="Kind">As found, or as left.</param>
/// <param name="Scale">The adjustment that the device held.</param>
/// <param name="Conditions">Room, water and evaporation; null unless volumes were weighed and the environment was read.</param>
/// <param name="Volume">One for each point.</param>
/// <param name="Depth">One for each needle, point and direction.</param>
/// <param name="Hysteresis">One for each needle and point that was reached from both sides.</param>
/// <param name="Backlash">One for each needle that was read from both sides.</param>
/// <param name="Occlusion">One for each point.</param>
/// <param name="Adjustment">What this series by itself would ask for.</param>
/// <param name="Verdict">The worst of its points.</param>
public sealed record SeriesResult(
    SeriesKind Kind, DeviceScale Scale, WeighingConditions? Conditions, ImmutableArray<VolumePointResult> Volume,
    ImmutableArray<DepthPointResult> Depth, ImmutableArray<HysteresisResult> Hysteresis, ImmutableArray<BacklashResult> Backlash,
    ImmutableArray<OcclusionPointResult> Occlusion, AdjustmentProposal? Adjustment, Verdict Verdict);
