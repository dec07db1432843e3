using System.Collections.Immutable;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>An adjustment as a fit of what was measured to what was told, and the scale that it means.</summary>
/// <param name="Fit">The fit that the scale comes from, one coefficient: ratio of measured to told volume, or mean depth error on the way out.
/// </param>
/// <param name="Line">Straight line of measured over told, for the plot: what a single scale cannot take away shows in it; null with one point only.
/// </param>
/// <param name="Scale">What the device should hold, absolute.</param>
/// <param name="PlungerPpmStandard">Standard uncertainty of <see cref="DeviceScale.PlungerPpm"/>; 0 for depth.</param>
/// <param name="NeedleOffsetUmStandard">Of <see cref="DeviceScale.NeedleOffsetUm"/>, µm; 0 for volume.</param>
/// <param name="BacklashUmStandard">Of <see cref="DeviceScale.BacklashUm"/>, µm; 0 for volume.</param>
/// <param name="IsSignificant">Whether it changes the scale by more than the expanded uncertainty of the change.</param>
/// <param name="IsWithinBounds">Whether the device takes it: ±10 %, ±500 µm, 0 to 500 µm.</param>
/// <param name="Residuals">Errors before, and as they should be after.</param>
public sealed record AdjustmentProposal(
    FitResult Fit, FitResult? Line, DeviceScale Scale, double PlungerPpmStandard, double NeedleOffsetUmStandard, double BacklashUmStandard,
    bool IsSignificant, bool IsWithinBounds, ImmutableArray<AdjustmentResidual> Residuals);
