using System.Collections.Immutable;

namespace MesoPen.Host.Calibration;

/// <summary>
/// All that was recorded in one calibration, in whole numbers: every figure of its certificate can be computed from it anew, and is.
/// </summary>
/// <param name="CalibrationId">Id of the calibration.</param>
/// <param name="Kind">What was calibrated.</param>
/// <param name="Device">The item.</param>
/// <param name="Setup">What was settled before.</param>
/// <param name="BegunAtUnixMs">First step.</param>
/// <param name="EndedAtUnixMs">Last step.</param>
/// <param name="Environment">Readings of the environment, in the order of time; at least one before and one after the series.</param>
/// <param name="Series">As found; and as left, if it was adjusted.</param>
/// <param name="Adjustment">Scale that was proposed, accepted and set between the series; null if nothing was adjusted.</param>
/// <param name="ShotCounter">Lifetime shot counter of the device at the end.</param>
public sealed record CalibrationData(
    string CalibrationId, CalibrationKind Kind, CalibratedDevice Device, CalibrationSetup Setup, long BegunAtUnixMs, long EndedAtUnixMs,
    ImmutableArray<EnvironmentReading> Environment, ImmutableArray<CalibrationSeries> Series, DeviceScale? Adjustment, long ShotCounter);
