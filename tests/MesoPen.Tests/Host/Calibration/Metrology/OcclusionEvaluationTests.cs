using System.Collections.Immutable;
using MesoPen.Host.Calibration;
using MesoPen.Host.Calibration.Metrology;

namespace MesoPen.Tests;

/// <summary>Thresholds of occlusion.</summary>
public sealed class OcclusionEvaluationTests
{
    [Fact]
    public void Threshold_spread_and_bolus_are_those_of_the_tries()
    {
        // Aim: five tries by hand: mean 1202 kPa, deviation √(170/4); the manometer's U of 4 kPa is one line.
        CalibrationResult result = CalibrationEvaluation.Of(Data([1190, 1198, 1202, 1208, 1212], 100));
        OcclusionPointResult point = result.Series[0].Occlusion[0];
        Assert.Equal(1202, point.Stated.Mean, 1e-9);
        Assert.Equal(2, point.Stated.Error, 1e-9);
        Assert.Equal(Math.Sqrt(((12.0 * 12) + 16 + 0 + 36 + 100) / 4), point.Stated.StandardDeviation, 1e-9);
        Assert.Equal(2, point.Stated.Budget.Single(each => each.Source == BudgetSource.ReferenceCalibration).Contribution, 1e-9);
        Assert.Equal((30.0, 50.0), (point.MeanAfterMs, point.LongestAfterMs));
        Assert.Equal((2_000.0, 3_000.0), (point.MeanBolusNl!.Value, point.LargestBolusNl!.Value));
        Assert.Equal(Verdict.Pass, result.Verdict);
        Assert.Equal((1200, 1200), (result.Range!.Minimum, result.Range.Maximum));
        Assert.Null(result.Adjustment);
    }

    [Fact]
    public void A_threshold_beyond_its_tolerance_fails()
    {
        // Aim: the same tries against a tolerance of one kilopascal.
        CalibrationResult result = CalibrationEvaluation.Of(Data([1190, 1198, 1202, 1208, 1212], 1), 0);
        Assert.Equal(Verdict.Fail, result.Verdict);
        Assert.Null(result.Range);
    }

    [Fact]
    public void Without_a_manometer_nothing_is_decided()
    {
        // Aim: no traceability, no verdict, no certificate.
        CalibrationData data = Data([1190, 1198, 1202, 1208, 1212], 100);
        CalibrationResult result = CalibrationEvaluation.Of(data with { Setup = data.Setup with { References = [] } }, 0);
        Assert.Equal(Verdict.Undecided, result.Verdict);
        Assert.Contains(result.Objections, each => each is { Kind: ObjectionKind.ReferenceMissing, Subject: "pressure", Blocks: true });
    }

    private static CalibrationData Data(int[] kilopascals, long tolerance)
    {
        CalibrationData data = new PaperBench().Weigh(1);
        ImmutableArray<OcclusionReading> tries =
        [
            .. kilopascals.Select((each, i) =>
                new OcclusionReading(0, i, each * 1000L, 10 * (i + 1), i < 3 ? 1_000 * (i + 1) : null, 1_790_000_000_000 + i)),
        ];
        return data with
        {
            Kind = CalibrationKind.Occlusion,
            Setup = data.Setup with
            {
                Points = [new CalibrationPoint(1200, tolerance, "test", kilopascals.Length, 1)],
                References = [PaperBench.Reference("pressure", 100, 4_000)],
            },
            Series = [new CalibrationSeries(SeriesKind.AsFound, DeviceScale.Nominal, [], [], tries)],
        };
    }
}
