using FsCheck;
using FsCheck.Fluent;
using MesoPen.Host.Calibration;
using MesoPen.Host.Calibration.Metrology;

namespace MesoPen.Tests;

/// <summary>What must not depend on what is of no matter.</summary>
public sealed class MetrologyPropertyTests
{
    private static readonly Gen<double> Small = Gen.Choose(-1_000_000, 1_000_000).Select(each => each / 1000.0);

    private static readonly Gen<double[]> Readings = Gen.Choose(3, 30).SelectMany(count => Gen.ArrayOf(Small, count));

    // Aim: adding a number moves the mean and leaves the scatter; a factor goes through both; the order does not matter.
    [Fact]
    public void Mean_and_deviation_move_with_the_readings() => Check(
        from readings in Readings
        from shift in Small
        from factor in Gen.Choose(1, 1000).Select(each => each / 100.0)
        select (readings, shift, factor),
        each =>
        {
            double[] moved = [.. each.readings.Select(value => (each.factor * value) + each.shift).Reverse()];
            return Near((each.factor * Sample.Mean(each.readings)) + each.shift, Sample.Mean(moved), 1e-6)
                && Near(each.factor * Sample.Deviation(each.readings), Sample.Deviation(moved), 1e-6);
        });

    // Aim: a worse error never has a better verdict; a wider uncertainty never turns a doubtful result into a plain pass.
    [Fact]
    public void Verdicts_only_get_worse() => Check(
        from rule in Gen.Elements(Enum.GetValues<DecisionRule>())
        from error in Gen.Choose(0, 2000)
        from more in Gen.Choose(0, 500)
        from wide in Gen.Choose(0, 800)
        from wider in Gen.Choose(0, 500)
        select (rule, error, more, wide, wider),
        each => Decision.On(each.rule, each.error, 1000, each.wide) <= Decision.On(each.rule, each.error + each.more, 1000, each.wide)
            && (Decision.On(each.rule, each.error, 1000, each.wide) == Verdict.Pass
                || Decision.On(each.rule, each.error, 1000, each.wide + each.wider) != Verdict.Pass));

    // Aim: k falls with more readings, grows with content and confidence, and two sides need more than one side at the same content.
    [Fact]
    public void Tolerance_factors_are_ordered() => Check(
        from count in Gen.Choose(2, 200)
        from content in Gen.Choose(500, 995).Select(each => each / 1000.0)
        from confidence in Gen.Choose(500, 990).Select(each => each / 1000.0)
        select (count, content, confidence),
        each =>
        {
            double two = ToleranceFactor.TwoSided(each.count, each.content, each.confidence);
            double one = ToleranceFactor.OneSided(each.count, each.content, each.confidence);
            return two > one
                && two > ToleranceFactor.TwoSided(each.count + 1, each.content, each.confidence)
                && two < ToleranceFactor.TwoSided(each.count, each.content + 0.004, each.confidence)
                && one < ToleranceFactor.OneSided(each.count, each.content, each.confidence + 0.005);
        },
        60);

    // Aim: a fit goes through the polynomial that made its points, in any order.
    [Fact]
    public void Fits_find_what_made_the_points() => Check(
        from intercept in Small
        from slope in Small
        from bend in Small
        from points in Gen.Choose(4, 20)
        select (intercept, slope, bend, points),
        each =>
        {
            double[] x = [.. Enumerable.Range(1, each.points).Select(at => (double)at).Reverse()];
            FitResult fit = LeastSquares.Polynomial(x, [.. x.Select(at => each.intercept + (each.slope * at) + (each.bend * at * at))], 2);
            return Near(each.intercept, fit.Coefficients[0], 1e-6) && Near(each.slope, fit.Coefficients[1], 1e-6)
                && Near(each.bend, fit.Coefficients[2], 1e-6);
        });

    // Aim: a chart turned upside down or moved breaks the same rules at the same values.
    [Fact]
    public void Charts_do_not_know_up_from_down() => Check(
        Readings,
        each =>
        {
            RuleBreak[] Breaks(IEnumerable<double> values) => [.. ControlCharts.IndividualsOf([.. values])!.Breaks];
            double[] whole = [.. each.Select(value => Math.Round(value))];
            return Breaks(whole).SequenceEqual(Breaks(whole.Select(value => -value)));
        });

    // Aim: all weights moved alike (another vessel), and all times: nothing that is stated changes.
    [Fact]
    public void Another_vessel_and_another_day_change_nothing() => Check(
        from seed in Gen.Choose(0, 10_000)
        from vessel in Gen.Choose(-1_000_000, 1_000_000_000)
        from days in Gen.Choose(-100, 100)
        select (seed, vessel, days),
        each =>
        {
            CalibrationData data = new PaperBench().Weigh(each.seed);
            long later = each.days * 86_400_000L;
            CalibrationData moved = data with
            {
                BegunAtUnixMs = data.BegunAtUnixMs + later,
                EndedAtUnixMs = data.EndedAtUnixMs + later,
                Environment = [.. data.Environment.Select(room => room with { AtUnixMs = room.AtUnixMs + later })],
                Series =
                [
                    data.Series[0] with
                    {
                        Weighings =
                        [
                            .. data.Series[0].Weighings.Select(one => one with
                            {
                                BeforeNg = one.BeforeNg + each.vessel,
                                AfterNg = one.AfterNg + each.vessel,
                                BeforeAtUnixMs = one.BeforeAtUnixMs + later,
                                AfterAtUnixMs = one.AfterAtUnixMs + later,
                            }),
                        ],
                    },
                ],
            };
            return CalibrationEvaluation.Of(data, 0).Series[0].Volume.Zip(CalibrationEvaluation.Of(moved, 0).Series[0].Volume).All(pair =>
                Near(pair.First.Stated.Error, pair.Second.Stated.Error, 1e-6)
                && Near(pair.First.Stated.Uncertainty!.Expanded, pair.Second.Stated.Uncertainty!.Expanded, 1e-6));
        },
        50);

    private static bool Near(double wanted, double found, double relative) => Math.Abs(wanted - found) <= relative * Math.Max(1, Math.Abs(wanted));

    private static void Check<T>(Gen<T> of, Func<T, bool> holds, int tests = 500) => Prop.ForAll(of.ToArbitrary(), holds)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(tests).WithQuietOnSuccess(true));
}
