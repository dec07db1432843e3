using System.Collections.Immutable;
using MathNet.Numerics.Distributions;
using MesoPen.Host.Calibration;
using MesoPen.Host.Calibration.Metrology;

namespace MesoPen.Tests;

/// <summary>Depths, hysteresis and play from a gauge.</summary>
public sealed class DepthEvaluationTests
{
    private static readonly ImmutableArray<long> Depths = [1_000, 2_500, 4_000];

    [Fact]
    public void Planted_play_and_offset_are_found_in_every_needle()
    {
        // Aim: 60 µm of play, needles off by 0 to 20 µm: each is found within its uncertainty, gauge zero wherever it is.
        SeriesResult series = CalibrationEvaluation.Of(Data(1, play: 60, offset: 10)).Series[0];
        Assert.Equal(3 * 3 * 2, series.Depth.Length);
        Assert.Equal(3, series.Backlash.Length);
        Assert.All(series.Backlash, each => Assert.Equal(60, each.BacklashUm, each.Uncertainty.Expanded * 1.5));
        Assert.All(series.Hysteresis, each => Assert.Equal(60, each.HysteresisUm, 5 * each.StandardUm));
        foreach (DepthPointResult point in series.Depth)
        {
            double truth = 10 + point.Needle - (point.Direction == TravelDirection.Out ? 60 : 0);
            Assert.Equal(truth, point.Stated.Error, point.Stated.Uncertainty!.Expanded * 1.5);
        }
    }

    [Fact]
    public void Play_is_covered_as_often_as_it_says()
    {
        // Aim: 500 seeded heads of three needles.
        int held = 0;
        for (int seed = 0; seed < 500; seed++)
        {
            held += CalibrationEvaluation.Of(Data(seed, play: 60, offset: 0), 0).Series[0].Backlash
                .Count(each => Math.Abs(each.BacklashUm - 60) <= each.Uncertainty.Expanded);
        }

        Assert.InRange(held / 1500.0, 0.92, 0.985);
    }

    [Fact]
    public void The_proposal_takes_play_and_offset_away()
    {
        // Aim: 60 µm of play and an offset of 11 µm (10, 11, 12 by needle) are 49 µm too little on the way out: the device shifts by that, and
        // comes to every position on the way out.
        CalibrationResult result = CalibrationEvaluation.Of(Data(2, play: 60, offset: 10), 0);
        AdjustmentProposal proposal = result.Adjustment!;
        Assert.Equal(60, proposal.Scale.BacklashUm, 2.0);
        Assert.Equal(49, proposal.Scale.NeedleOffsetUm, 2.0);
        Assert.Equal(1_000_000, proposal.Scale.PlungerPpm);
        Assert.True(proposal is { IsSignificant: true, IsWithinBounds: true });
        Assert.All(proposal.Residuals, each => Assert.InRange(each.After, -6, 6));

        CalibrationResult left = CalibrationEvaluation.Of(
            Data(3, play: 0, offset: 10 - 60 + proposal.Scale.NeedleOffsetUm, scale: proposal.Scale), 0);
        Assert.Equal(Verdict.Pass, left.Verdict);
        Assert.Equal((1_000, 4_000), (left.Range!.Minimum, left.Range.Maximum));
        Assert.False(left.Series[0].Adjustment!.IsSignificant);
    }

    [Fact]
    public void The_way_out_is_judged_and_the_way_back_is_stated()
    {
        // Aim: play of 60 µm fails 50 µm on the way out, though the way back is perfect.
        CalibrationResult result = CalibrationEvaluation.Of(Data(1, play: 60, offset: 0), 0);
        Assert.Equal(Verdict.Fail, result.Verdict);
        IEnumerable<DepthPointResult> back = result.Series[0].Depth.Where(each => each.Direction == TravelDirection.Back);
        Assert.All(back, each => Assert.Equal(Verdict.Pass, each.Stated.Verdict));
    }

    [Fact]
    public void A_needle_without_a_zero_is_objected_to()
    {
        // Aim: the gauge's own zero says nothing.
        CalibrationData data = Data(1, 0, 0);
        CalibrationSeries without = data.Series[0] with { Gauge = [.. data.Series[0].Gauge.Where(each => each.Point >= 0 || each.Needle != 1)] };
        CalibrationResult result = CalibrationEvaluation.Of(data with { Series = [without] }, 0);
        Assert.Contains(result.Objections, each => each is { Kind: ObjectionKind.ZeroMissing, Subject: "needle 2", Blocks: true });
        Assert.DoesNotContain(result.Series[0].Depth, each => each.Needle == 1);
        Assert.False(result.MayBeIssued);
    }

    [Fact]
    public void The_shift_of_the_gauge_changes_nothing()
    {
        // Aim: "its zero is of no matter".
        CalibrationData data = Data(4, 60, 5);
        CalibrationSeries moved = data.Series[0] with
        {
            Gauge = [.. data.Series[0].Gauge.Select(each => each with { GaugeNm = each.GaugeNm + 7_777_000 })],
        };
        double[] Errors(CalibrationData of) => [.. CalibrationEvaluation.Of(of, 0).Series[0].Depth.Select(each => Math.Round(each.Stated.Error, 6))];
        Assert.Equal(Errors(data), Errors(data with { Series = [moved] }));
    }

    private static CalibrationData Data(int seed, double play, double offset, DeviceScale? scale = null)
    {
        Random random = new(seed);
        ImmutableArray<GaugeReading>.Builder readings = ImmutableArray.CreateBuilder<GaugeReading>();
        long at = 1_790_000_000_000;
        for (int needle = 0; needle < 3; needle++)
        {
            for (int i = 0; i < 5; i++)
            {
                readings.Add(new GaugeReading(-1, i, needle, TravelDirection.Back, 0, Gauge(random, 0), at += 1000));
            }

            for (int i = 0; i < 5; i++)
            {
                foreach (TravelDirection direction in new[] { TravelDirection.Out, TravelDirection.Back })
                {
                    for (int point = 0; point < Depths.Length; point++)
                    {
                        double truth = Depths[point] + offset + needle - (direction == TravelDirection.Out ? play : 0);
                        readings.Add(new GaugeReading(point, i, needle, direction, Depths[point], Gauge(random, truth), at += 1000));
                    }
                }
            }
        }

        CalibrationData data = new PaperBench().Weigh(1);
        return data with
        {
            Kind = CalibrationKind.Depth,
            Device = PaperBench.Gun with { Needles = 3 },
            Setup = data.Setup with
            {
                Points = [.. Depths.Select(depth => new CalibrationPoint(depth, 50, "test", 5, 1))],
                References = [PaperBench.Reference("gauge", 1_000, 2_000)],
            },
            Series = [new CalibrationSeries(SeriesKind.AsFound, scale ?? DeviceScale.Nominal, [], readings.ToImmutable(), [])],
        };
    }

    // Steps of a micrometre, a zero that is anywhere, noise of 1.5 µm.
    private static long Gauge(Random random, double um) => (long)Math.Round(3_141 + um + Normal.Sample(random, 0, 1.5)) * 1000;
}
