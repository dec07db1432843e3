using System.Collections.Immutable;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>What is stated of one point, whatever was measured. Unit: nL for a shot, µm or kPa.</summary>
/// <param name="Point">Index in <see cref="CalibrationSetup.Points"/>.</param>
/// <param name="Nominal">What was asked for.</param>
/// <param name="Tolerance">Largest error, either way.</param>
/// <param name="Count">Readings, n.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Error">Systematic error: mean less what the device was told.</param>
/// <param name="ErrorPercent">The same in percent of the nominal value; null if that is zero.</param>
/// <param name="StandardDeviation">Of the readings, with n − 1; 0 for a single one.</param>
/// <param name="CvPercent">Coefficient of variation, percent of the mean; null if the mean is not positive.</param>
/// <param name="Budget">Where the uncertainty of the error comes from.</param>
/// <param name="Uncertainty">That of the systematic error; null if nothing can be said (no reading, or no reference).</param>
/// <param name="Interval">Where most single shots lie; null below two readings.</param>
/// <param name="Acceptance">Largest error that is a plain pass under the rule: the tolerance, or that less U; 0 if U takes all of it.</param>
/// <param name="Verdict">The error held against the tolerance under the rule.</param>
public sealed record PointResult(
    int Point, double Nominal, double Tolerance, int Count, double Mean, double Error, double? ErrorPercent, double StandardDeviation,
    double? CvPercent, ImmutableArray<BudgetLine> Budget, ExpandedUncertainty? Uncertainty, ToleranceInterval? Interval, double Acceptance,
    Verdict Verdict);
