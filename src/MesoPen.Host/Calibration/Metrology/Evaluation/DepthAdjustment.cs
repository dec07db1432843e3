using System.Collections.Immutable;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>
/// The needle's offset and play that a series of depths asks for. The device adds the offset to each position, and comes to it on the way out: from
/// further out it first goes back behind it by the play. Its home, where the zero is read, is where its switch says so and moves with neither.
/// </summary>
internal static class DepthAdjustment
{
    /// <summary>Null without a depth.</summary>
    public static AdjustmentProposal? Of(
        EvaluationContext context, DeviceScale held, ImmutableArray<DepthPointResult> depths, ImmutableArray<BacklashResult> plays)
    {
        DepthPointResult[] used = [.. depths.Where(each => each.Direction == TravelDirection.Out && each.Stated.Uncertainty is not null)];
        if (used.Length == 0)
        {
            return null;
        }

        double[] targets = [.. used.Select(each => Math.Round(each.Stated.Mean - each.Stated.Error, 6))];
        double[] errors = [.. used.Select(each => each.Stated.Error)];
        FitResult fit = LeastSquares.Polynomial(targets, errors, 0);
        FitResult? line = targets.Distinct().Count() > 1 ? LeastSquares.Polynomial(targets, [.. used.Select(each => each.Stated.Mean)], 1) : null;
        double offset = held.NeedleOffsetUm - fit.Coefficients[0];
        double backlash = held.BacklashUm + plays.Select(each => each.BacklashUm).DefaultIfEmpty(0).Average();
        DeviceScale scale = held with { NeedleOffsetUm = Whole(offset), BacklashUm = Math.Max(0, Whole(backlash)) };

        // What points share (gauge, zero) does not grow less by their number; what they do not share is in the fit's own error.
        double offsetStandard = Math.Sqrt(Square(fit.StandardErrors[0]) + used.Max(each => Square(each.Stated.Uncertainty!.Combined)));
        double playStandard = plays.Select(each => each.Uncertainty.Combined).DefaultIfEmpty(0).Max();
        double k = CoverageFactor.Of(context.Coverage, null);
        double moved = (double)scale.NeedleOffsetUm - held.NeedleOffsetUm;
        double taken = (double)scale.BacklashUm - held.BacklashUm;
        return new AdjustmentProposal(
            fit, line, scale, 0, offsetStandard, playStandard, Math.Abs(moved) > k * offsetStandard || Math.Abs(taken) > k * playStandard,
            Math.Abs(offset) <= DeviceScale.OffsetReachUm && backlash <= DeviceScale.BacklashMaxUm && backlash > -1,
            [
                .. depths.Select(each => new AdjustmentResidual(
                    each.Stated.Point, each.Needle, each.Direction, each.Stated.Error,
                    moved + (scale.BacklashUm > 0 ? OnTheWayOut(each, depths) : each.Stated.Error))),
            ]);
    }

    // With play to take up, every position is reached on the way out.
    private static double OnTheWayOut(DepthPointResult point, ImmutableArray<DepthPointResult> depths) =>
        (depths.FirstOrDefault(each =>
            each.Needle == point.Needle && each.Stated.Point == point.Stated.Point && each.Direction == TravelDirection.Out) ?? point).Stated.Error;

    private static int Whole(double um) => (int)Math.Round(Math.Clamp(um, -1e6, 1e6));

    private static double Square(double value) => value * value;
}
