using System.Globalization;
using MesoPen.Host.Calibration.Metrology;

namespace MesoPen.Host.Calibration;

/// <summary>Figures of one series: <c>as-found.…</c> or <c>as-left.…</c>.</summary>
internal static class SeriesFigures
{
    /// <summary>Adds them.</summary>
    public static void Add(FigureList figures, SeriesResult series)
    {
        string prefix = FigureText.Word(series.Kind);
        figures.Add(prefix + ".verdict", FigureText.Word(series.Verdict));
        if (series.Conditions is { } conditions)
        {
            Conditions(figures, prefix, conditions);
        }

        foreach (VolumePointResult point in series.Volume)
        {
            Volume(figures, Point(prefix, point.Stated.Point), point);
        }

        foreach (DepthPointResult point in series.Depth)
        {
            Depth(figures, Depth(prefix, point.Needle, point.Stated.Point, point.Direction), point);
        }

        if (WidestDepth(series) is { } widest)
        {
            BudgetFigures.Add(figures, Depth(prefix, widest.Needle, widest.Stated.Point, widest.Direction), widest.Stated.Budget);
        }

        foreach (HysteresisResult each in series.Hysteresis)
        {
            string at = $"{Needle(prefix, each.Needle)}.point-{each.Point + 1}.hysteresis";
            figures.Add(at, each.HysteresisUm, 1, "µm");
            figures.Add(at + ".standard", each.StandardUm, 1, "µm");
        }

        foreach (BacklashResult each in series.Backlash)
        {
            string at = Needle(prefix, each.Needle) + ".backlash";
            int decimals = FigureText.DecimalsOf(each.Uncertainty.Expanded);
            figures.Add(at, each.BacklashUm, decimals, "µm");
            StatedFigures.AddUncertainty(figures, at, each.Uncertainty, decimals);
        }

        foreach (OcclusionPointResult point in series.Occlusion)
        {
            Occlusion(figures, Point(prefix, point.Stated.Point), point);
        }
    }

    /// <summary>Prefix of a point: <c>as-left.point-2</c>.</summary>
    public static string Point(string prefix, int point) => string.Create(CultureInfo.InvariantCulture, $"{prefix}.point-{point + 1}");

    /// <summary>Prefix of a needle: <c>as-left.needle-1</c>.</summary>
    public static string Needle(string prefix, int needle) => string.Create(CultureInfo.InvariantCulture, $"{prefix}.needle-{needle + 1}");

    /// <summary>Prefix of a depth: <c>as-left.needle-1.point-2.out</c>.</summary>
    public static string Depth(string prefix, int needle, int point, TravelDirection direction) =>
        $"{Point(Needle(prefix, needle), point)}.{FigureText.Word(direction)}";

    /// <summary>The depth whose uncertainty is largest: its budget stands for all, which differ in the scatter alone.</summary>
    private static DepthPointResult? WidestDepth(SeriesResult series) => series.Depth
        .Where(each => each.Stated.Uncertainty is not null)
        .OrderByDescending(each => each.Stated.Uncertainty!.Expanded).ThenBy(each => each.Needle).ThenBy(each => each.Stated.Point).ThenBy(each => each.Direction)
        .FirstOrDefault();

    private static void Conditions(FigureList figures, string prefix, WeighingConditions room)
    {
        figures.Add(prefix + ".water", room.WaterC, 2, "°C");
        figures.Add(prefix + ".water.span", room.WaterSpanC, 2, "°C");
        figures.Add(prefix + ".air", room.AirC, 2, "°C");
        figures.Add(prefix + ".pressure", room.PressureHpa, 2, "hPa");
        figures.Add(prefix + ".humidity", room.HumidityPercent, 1, "%");
        figures.Add(prefix + ".water-density", room.WaterDensity, 3, "kg/m³");
        figures.Add(prefix + ".air-density", room.AirDensity, 4, "kg/m³");
        figures.Add(prefix + ".z", room.Z, 6, "µL/mg");
        figures.Add(prefix + ".z.standard", room.ZStandard, 7, "µL/mg");
        if (room.Evaporation is { } evaporation)
        {
            figures.Add(prefix + ".evaporation", evaporation.MgPerHour, 4, "mg/h");
            figures.Add(prefix + ".evaporation.standard", evaporation.StandardMgPerHour, 4, "mg/h");
            figures.Add(prefix + ".evaporation.degrees", evaporation.DegreesOfFreedom, 1, "");
            figures.Add(prefix + ".evaporation.blanks", FigureText.Whole(evaporation.Blanks));
        }
    }

    private static void Volume(FigureList figures, string at, VolumePointResult point)
    {
        int decimals = StatedFigures.Add(figures, at, point.Stated);
        BudgetFigures.Add(figures, at, point.Stated.Budget);
        figures.Add(at + ".shots", FigureText.Whole(point.ShotsPerReading));
        figures.AddResult(at + ".shot-deviation", point.ShotDeviation, decimals + 1);
        figures.Add(at + ".z", point.Z, 6, "µL/mg");
        for (int place = 0; place < point.Readings.Length; place++)
        {
            VolumeReading reading = point.Readings[place];
            string row = string.Create(CultureInfo.InvariantCulture, $"{at}.reading-{place + 1}");
            figures.Add(row + ".mass", FigureText.Exact(reading.MassNg, 0.000001m), "mg");
            figures.Add(row + ".evaporated", reading.EvaporatedNg / 1e6, 4, "mg");
            figures.Add(row + ".z", reading.Z, 6, "µL/mg");
            figures.AddResult(row, reading.VolumeNl, decimals + 1);
            figures.AddResult(row + ".error", reading.ErrorNl, decimals + 1);
        }

        ChartFigures.Add(figures, at, point.Chart, decimals + 1);
    }

    private static void Depth(FigureList figures, string at, DepthPointResult point)
    {
        int decimals = StatedFigures.Add(figures, at, point.Stated);
        Readings(figures, at, point.DepthsUm, decimals + 1);
    }

    private static void Occlusion(FigureList figures, string at, OcclusionPointResult point)
    {
        int decimals = StatedFigures.Add(figures, at, point.Stated);
        BudgetFigures.Add(figures, at, point.Stated.Budget);
        Readings(figures, at, point.ThresholdsKpa, decimals + 1);
        figures.Add(at + ".after.mean", point.MeanAfterMs, 0, "ms");
        figures.Add(at + ".after.longest", point.LongestAfterMs, 0, "ms");
        figures.Add(at + ".bolus.mean", point.MeanBolusNl / 1000, 3, "µL");
        figures.Add(at + ".bolus.largest", point.LargestBolusNl / 1000, 3, "µL");
        ChartFigures.Add(figures, at, point.Chart, decimals + 1);
    }

    private static void Readings(FigureList figures, string at, IReadOnlyList<double> values, int decimals)
    {
        for (int place = 0; place < values.Count; place++)
        {
            figures.AddResult(string.Create(CultureInfo.InvariantCulture, $"{at}.reading-{place + 1}"), values[place], decimals);
        }
    }
}
