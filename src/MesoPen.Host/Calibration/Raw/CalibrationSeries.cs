using System.Collections.Immutable;

namespace MesoPen.Host.Calibration;

/// <summary>All readings of one state of the device. Only those of its <see cref="CalibrationKind"/> are there.</summary>
/// <param name="Kind">As found, or as left.</param>
/// <param name="Scale">The adjustment that the device held meanwhile.</param>
/// <param name="Weighings">For volume.</param>
/// <param name="Gauge">For depth.</param>
/// <param name="Occlusions">For the occlusion threshold.</param>
public sealed record CalibrationSeries(
    SeriesKind Kind, DeviceScale Scale, ImmutableArray<WeighingReading> Weighings, ImmutableArray<GaugeReading> Gauge,
    ImmutableArray<OcclusionReading> Occlusions);
