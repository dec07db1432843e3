using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using MesoPen.Host.Calibration;
using MesoPen.Host.Calibration.Metrology;

namespace MesoPen.Tests;

/// <summary>A certificate's file may hold anything: its readings are evaluated without an exception, into numbers.</summary>
public sealed class HostileDataTests
{
    private static readonly JsonSerializerOptions Json = new() { IncludeFields = false };

    private static readonly long[] Extremes =
    [
        0, 1, -1, 2, 7, 1000, -1000, int.MaxValue, int.MinValue, 1_000_000_000_000, -1_000_000_000_000, 999_999_999_999_999, long.MaxValue,
        long.MinValue, 253_402_300_799_999,
    ];

    [Theory]
    [InlineData(CalibrationKind.Volume)]
    [InlineData(CalibrationKind.Depth)]
    [InlineData(CalibrationKind.Occlusion)]
    public void No_number_in_the_readings_makes_it_throw_or_gives_none(CalibrationKind kind)
    {
        // Aim: one to four numbers anywhere in the data are replaced by extremes. JSON has no sign for NaN and infinity: writing the result finds
        // them.
        const int Seed = 17025;
        Random random = new(Seed);
        JsonNode whole = JsonSerializer.SerializeToNode(Data(kind), Json)!;
        int evaluated = 0, impossible = 0;
        for (int run = 0; run < 1500; run++)
        {
            JsonNode changed = whole.DeepClone();
            List<JsonValue> numbers = [.. Numbers(changed)];
            for (int i = random.Next(1, 5); i > 0; i--)
            {
                numbers[random.Next(numbers.Count)].ReplaceWith(Extremes[random.Next(Extremes.Length)]);
                numbers = [.. Numbers(changed)];
            }

            CalibrationData? data = Read(changed);
            if (data is null)
            {
                continue; // a number that does not fit its field never becomes data
            }

            CalibrationResult result = CalibrationEvaluation.Of(data, 0);
            Assert.True(JsonSerializer.Serialize(result, Json).Length > 0, $"seed {Seed}, run {run}");
            evaluated++;
            impossible += result.MayBeIssued ? 0 : 1;
        }

        Assert.True(evaluated > 500 && impossible > 100, $"seed {Seed}: {evaluated} evaluated, {impossible} not to be issued");
    }

    [Theory]
    [InlineData("coverage")]
    [InlineData("points")]
    [InlineData("references")]
    [InlineData("weights")]
    [InlineData("time")]
    [InlineData("series")]
    public void A_setup_that_cannot_be_is_objected_to_by_name(string subject)
    {
        // Aim: nothing is computed, and it says what of.
        CalibrationData good = Data(CalibrationKind.Volume);
        CalibrationData bad = subject switch
        {
            "coverage" => good with { Setup = good.Setup with { CoveragePermyriad = 10_000 } },
            "points" => good with { Setup = good.Setup with { Points = [good.Setup.Points[0] with { Tolerance = -1 }] } },
            "references" => good with { Setup = good.Setup with { References = [good.Setup.References[0] with { Coverage = 0 }] } },
            "weights" => good with { Setup = good.Setup with { WeightDensity = 0 } },
            "time" => good with { EndedAtUnixMs = long.MaxValue },
            _ => good with { Series = [good.Series[0] with { Scale = new DeviceScale(0, 0, 0) }] },
        };
        CalibrationResult result = CalibrationEvaluation.Of(bad, 0);
        Objection objection = Assert.Single(result.Objections);
        Assert.Equal((ObjectionKind.SetupImpossible, subject, true), (objection.Kind, objection.Subject, objection.Blocks));
        Assert.Empty(result.Series);
        Assert.Equal(Verdict.Undecided, result.Verdict);
    }

    private static CalibrationData Data(CalibrationKind kind)
    {
        CalibrationData data = new PaperBench { Replicates = 3, Blanks = 2 }.Weigh(1);
        ImmutableArray<GaugeReading> gauge =
        [
            .. from point in new[] { -1, 0, 1 }
               from replicate in new[] { 0, 1, 2 }
               from way in new[] { TravelDirection.Out, TravelDirection.Back }
               let gaugeNm = (1_000_000 * (point + 1)) + (replicate * 1000)
               select new GaugeReading(point, replicate, 0, way, 1000 * (point + 1), gaugeNm, data.BegunAtUnixMs),
        ];
        ImmutableArray<OcclusionReading> tries =
            [.. from replicate in new[] { 0, 1, 2 } select new OcclusionReading(0, replicate, 1_200_000 + replicate, 40, 900, data.BegunAtUnixMs)];
        return data with
        {
            Kind = kind,
            Setup = data.Setup with
            {
                References =
                    [.. data.Setup.References, PaperBench.Reference("gauge", 1000, 2000), PaperBench.Reference("pressure", 100, 4000)],
            },
            Series = [data.Series[0] with { Gauge = gauge, Occlusions = tries }],
        };
    }

    private static IEnumerable<JsonValue> Numbers(JsonNode? node) => node switch
    {
        JsonObject all => all.SelectMany(each => Numbers(each.Value)),
        JsonArray all => all.SelectMany(Numbers),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => [value],
        _ => [],
    };

    private static CalibrationData? Read(JsonNode node)
    {
        try
        {
            return node.Deserialize<CalibrationData>(Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
