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
            yield return $"{(series.Kind == SeriesKind.AsFound ? "As found" : "As left")}: {series.Verdict}";
            foreach (PointResult point in Points(series))
            {
                yield return "  " + Line(run.Begun.Kind, point);
            }

            foreach (BacklashResult play in series.Backlash)
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture, $"  play of needle {play.Needle + 1}: {play.BacklashUm:0.0} µm, U {play.Uncertainty.Expanded:0.0} µm");
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
            ["points"] = new JsonArray([.. Points(series).Select(point => (JsonNode)new JsonObject
            {
                ["nominal"] = point.Nominal, ["n"] = point.Count, ["mean"] = point.Mean, ["error"] = point.Error, ["cv_percent"] = point.CvPercent,
                ["expanded"] = point.Uncertainty?.Expanded, ["k"] = point.Uncertainty?.K, ["tolerance"] = point.Tolerance,
                ["verdict"] = point.Verdict.ToString(),
            })]),
        })]),
    };

    /// <summary>Figures of the points of a series, whatever was measured.</summary>
    public static IEnumerable<PointResult> Points(SeriesResult series) =>
        series.Volume.Select(each => each.Stated).Concat(series.Depth.Select(each => each.Stated)).Concat(series.Occlusion.Select(each => each.Stated));

    private static string Line(CalibrationKind kind, PointResult point)
    {
        (string unit, double factor) = kind switch
        {
            CalibrationKind.Volume => ("µL", 1e-3),
            CalibrationKind.Depth => ("mm", 1e-3),
            _ => ("kPa", 1),
        };
        string uncertainty = point.Uncertainty is { } known
            ? string.Create(CultureInfo.InvariantCulture, $", U {known.Expanded * factor:0.0000} {unit} (k = {known.K:0.00})") : "";
        string cv = point.CvPercent is { } percent ? string.Create(CultureInfo.InvariantCulture, $", CV {percent:0.00} %") : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{point.Nominal * factor:0.###} {unit}: mean {point.Mean * factor:0.0000} {unit}, error {point.Error * factor:+0.0000;-0.0000;0.0000} {unit}{uncertainty}{cv}, n {point.Count}: {point.Verdict}");
    }

    private static JsonObject Scale(DeviceScale scale) => new()
    {
        ["plunger_ppm"] = scale.PlungerPpm, ["needle_offset_um"] = scale.NeedleOffsetUm, ["backlash_um"] = scale.BacklashUm,
    };
}
