using System.Globalization;
using System.Text.Json.Nodes;
using MesoPen.Host.Calibration;
using MesoPen.Host.Calibration.Metrology;

namespace MesoPen.Host.Cli;

/// <summary>What a calibration came to, for a terminal and for programs.</summary>
internal static class BenchReport
{
    /// <summary>Lines for people.</summary>
    public static IEnumerable<string> Lines(CalibrationRun run, CalibrationResult result)
    {
        foreach (SeriesResult series in result.Series)
        {
            yield return $"{(series.Kind == SeriesKind.AsFound ? "As found" : "As left")}: {Words(series.Verdict)}";
            foreach ((PointResult point, int? needle, TravelDirection? direction) in Points(series))
            {
                yield return "  " + (needle is { } which ? $"needle {which + 1} {FigureText.Word(direction!.Value)}, " : "") + Line(run.Begun.Kind, point);
            }

            foreach (BacklashResult play in series.Backlash)
            {
                int decimals = FigureText.DecimalsOf(play.Uncertainty.Expanded);
                yield return $"  play of needle {play.Needle + 1}: {FigureText.Fixed(play.BacklashUm, decimals)} µm, "
                    + $"U {FigureText.Up(play.Uncertainty.Expanded, decimals)} µm";
            }

            if (series.Conditions?.Evaporation is { } evaporation)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"  evaporation {evaporation.MgPerHour:0.000} mg/h");
            }
        }

        foreach (Objection objection in result.Objections)
        {
            yield return (objection.Blocks ? "No certificate: " : "Note: ") + objection.Text;
        }
    }

    /// <summary>One object for programs.</summary>
    public static JsonObject Json(CalibrationRun run, CalibrationResult? result, string outcome, int exit, string? text) => new()
    {
        ["type"] = "calibration", ["calibration_id"] = run.Id, ["kind"] = run.Begun.Kind.ToString(), ["serial"] = run.Begun.Device.Serial,
        ["outcome"] = outcome, ["exit"] = exit, ["text"] = text, ["verdict"] = result?.Verdict.ToString(),
        ["scale"] = Scale(run.Held), ["proposed"] = run.Proposal is { } proposal ? Scale(proposal.Scale) : null,
        ["refused_readings"] = run.Refusals.Length,
        ["series"] = new JsonArray([.. (result?.Series ?? []).Select(series => (JsonNode)new JsonObject
        {
            ["kind"] = series.Kind.ToString(), ["verdict"] = series.Verdict.ToString(),
            ["evaporation_mg_per_h"] = series.Conditions?.Evaporation?.MgPerHour,
            ["play_um"] = new JsonArray([.. series.Backlash.Select(play => (JsonNode)play.BacklashUm)]),
            ["points"] = new JsonArray([.. Points(series).Select(each => (JsonNode)Json(each.Stated, each.Needle, each.Direction))]),
        })]),
    };

    /// <summary>The scale that is proposed, with what the device holds.</summary>
    public static string Proposed(ProposedAdjustment proposal)
    {
        (DeviceScale from, DeviceScale to) = (proposal.Before, proposal.Scale);
        string[] parts =
        [
            .. Part(from.PlungerPpm, to.PlungerPpm, "plunger", ppm => FigureText.Fixed(ppm / 10_000.0, 4) + " %", " of the nominal steps per mL"),
            .. Part(from.NeedleOffsetUm, to.NeedleOffsetUm, "needle offset", um => um.ToString("+0;-0;0", CultureInfo.InvariantCulture) + " µm"),
            .. Part(from.BacklashUm, to.BacklashUm, "play taken up", um => FigureText.Whole(um) + " µm"),
        ];
        return $"Proposed scale: {string.Join("; ", parts)}.";
    }

    /// <summary>What is to be done when all is measured.</summary>
    public static string Next(CalibrationRun run, CalibrationResult result)
    {
        bool passes = result.Verdict is Verdict.Pass or Verdict.ConditionalPass && result.Range is not null;
        return passes && !result.Objections.Any(each => each.Blocks)
            ? $"Calibration {run.Id} has ended. Next: mesopen calibrate sign {run.Id} --person {PlainText.Of(run.Begun.By)}, "
                + $"then another person: mesopen calibrate issue {run.Id} --person ID."
            : $"Calibration {run.Id} has ended, and no certificate can be issued: {(passes ? "see to what stands above, then calibrate anew." : Failed(run))}";
    }

    private static string Failed(CalibrationRun run) => "it does not pass. " + (run switch
    {
        { Accepted: not null } => "Have the device seen to and calibrate it anew; "
            + $"mesopen calibrate revert {run.Id} --person ID, then --resume, gives it the scale that it came with.",
        { Begun.Kind: CalibrationKind.Occlusion } => "Nothing can be adjusted here: have the device seen to, then calibrate it anew.",
        { Proposal: null, Begun.Bench.Adjust: not AdjustWhen.Never } => "No adjustment can be proposed: have the device seen to, then calibrate it anew.",
        _ => "Calibrate it anew and have it adjusted (--adjust failed), or have the device seen to.",
    });

    private static IEnumerable<string> Part(int from, int to, string name, Func<int, string> text, string what = "") =>
        from == to ? [] : [$"{name} {text(to)}{what} (it holds {text(from)})"];

    private static JsonObject Json(PointResult point, int? needle, TravelDirection? direction) => new()
    {
        ["nominal"] = point.Nominal, ["needle"] = needle + 1, ["direction"] = direction is { } way ? FigureText.Word(way) : null, ["n"] = point.Count,
        ["mean"] = point.Mean, ["error"] = point.Error, ["cv_percent"] = point.CvPercent, ["expanded"] = point.Uncertainty?.Expanded,
        ["k"] = point.Uncertainty?.K, ["tolerance"] = point.Tolerance, ["verdict"] = point.Verdict.ToString(),
    };

    /// <summary>Figures of the points of a series, whatever was measured; of depths with needle, from 0, and direction.</summary>
    private static IEnumerable<(PointResult Stated, int? Needle, TravelDirection? Direction)> Points(SeriesResult series) =>
        series.Volume.Select(each => (each.Stated, (int?)null, (TravelDirection?)null))
            .Concat(series.Depth.Select(each => (each.Stated, (int?)each.Needle, (TravelDirection?)each.Direction)))
            .Concat(series.Occlusion.Select(each => (each.Stated, (int?)null, (TravelDirection?)null)));

    /// <summary>With the units and digits of a certificate.</summary>
    private static string Line(CalibrationKind kind, PointResult point)
    {
        string unit = FigureList.UnitOf(kind);
        double factor = (double)FigureList.FactorOf(kind);
        double? expanded = point.Uncertainty?.Expanded * factor;
        int decimals = FigureText.DecimalsOf(expanded);
        string error = FigureText.Fixed(point.Error * factor, decimals);
        string sign = point.Error > 0 && error.Any(each => each is >= '1' and <= '9') ? "+" : "";
        string uncertainty = point.Uncertainty is { } known
            ? $", U {FigureText.Up(expanded!.Value, decimals)} {unit} (k = {FigureText.Fixed(known.K, 2)})" : "";
        string cv = point.CvPercent is { } percent ? $", CV {FigureText.Fixed(percent, 2)} %" : "";
        return $"{FigureText.Exact((long)point.Nominal, FigureList.FactorOf(kind))} {unit}: mean {FigureText.Fixed(point.Mean * factor, decimals)} "
            + $"{unit}, error {sign}{error} {unit}{uncertainty}{cv}, n {FigureText.Whole(point.Count)}: {Words(point.Verdict)}";
    }

    private static string Words(Verdict verdict) => FigureText.Word(verdict).Replace('-', ' ');

    private static JsonObject Scale(DeviceScale scale) => new()
    {
        ["plunger_ppm"] = scale.PlungerPpm, ["needle_offset_um"] = scale.NeedleOffsetUm, ["backlash_um"] = scale.BacklashUm,
    };
}
