using System.Collections.Immutable;
using MesoPen.Host.Calibration;

namespace MesoPen.Host.Api;

/// <summary>Asks what a calibration would be.</summary>
/// <param name="Kind">What is calibrated.</param>
/// <param name="Model">Profile of the device.</param>
/// <param name="References">Ids of the references that would be used.</param>
/// <param name="Points">Values to measure; null for the usual ones.</param>
public sealed record PlanCalibration(
    CalibrationKind Kind, string Model, ImmutableArray<string> References, ImmutableArray<PointAsked>? Points = null);
