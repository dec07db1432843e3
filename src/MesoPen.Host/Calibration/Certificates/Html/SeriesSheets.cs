using System.Globalization;

namespace MesoPen.Host.Calibration;

/// <summary>A series in full: conditions, results, pictures, budgets, readings.</summary>
internal static class SeriesSheets
{
    /// <summary>Adds it.</summary>
    public static void Add(SheetStack stack, CalibrationCertificate certificate, CalibrationSeries series, FigureIndex figures)
    {
        CalibrationData data = certificate.Data;
        string prefix = FigureText.Word(series.Kind);
        stack.Break();
        stack.Heading(series.Kind == SeriesKind.AsFound ? "As found" : "As left", 40);
        stack.Paragraph(string.Create(
            CultureInfo.InvariantCulture,
            $"Adjustment that the device held: plunger {series.Scale.PlungerPpm} millionths of the nominal steps, needle {series.Scale.NeedleOffsetUm} µm, play {series.Scale.BacklashUm} µm."));
        Conditions(stack, prefix, figures);
        ResultTables.Full(stack, data, prefix, figures);
        Errors(stack, data, prefix, figures);
        if (series.Kind == SeriesKind.AsFound)
        {
            Adjustment(stack, data, figures);
        }

        Hysteresis(stack, data, prefix, figures);
        Occlusion(stack, data, prefix, figures);
        foreach ((string id, string name) in ResultTables.Places(data, prefix, figures))
        {
            PlaceSheets.Add(stack, data, id, name, figures);
        }
    }

    private static void Conditions(SheetStack stack, string prefix, FigureIndex figures)
    {
        if (figures.Has(prefix + ".z"))
        {
            stack.Table(
                "Conditions of weighing",
                [(" Water", 10), (" Water span", 10), (" Air", 10), (" Pressure", 12), (" Humidity", 10), (" Water density", 13), (" Air density", 11), (" Z", 12), (" u of Z", 12)],
                [[.. ((string[])["water", "water.span", "air", "pressure", "humidity", "water-density", "air-density", "z", "z.standard"]).Select(each => figures.Text($"{prefix}.{each}"))]]);
            stack.Table(
                "Evaporation, by regression of the blanks",
                [(" Rate", 25), (" Standard uncertainty", 25), (" Degrees of freedom", 25), (" Blanks", 25)],
                figures.Has(prefix + ".evaporation")
                    ? [[.. ((string[])["evaporation", "evaporation.standard", "evaporation.degrees", "evaporation.blanks"]).Select(each => figures.Text($"{prefix}.{each}"))]]
                    : []);
        }
    }

    private static void Errors(SheetStack stack, CalibrationData data, string prefix, FigureIndex figures)
    {
        List<ErrorPoint> points = [];
        foreach ((string id, _) in ResultTables.Places(data, prefix, figures))
        {
            if (figures.Number(id + ".nominal") is { } nominal && figures.Number(id + ".error") is { } error && figures.Number(id + ".expanded") is { } expanded
                && figures.Number(id + ".tolerance") is { } tolerance && figures.Number(id + ".acceptance") is { } acceptance)
            {
                PlotMark mark = id.EndsWith(".out", StringComparison.Ordinal) ? PlotMark.Up : id.EndsWith(".back", StringComparison.Ordinal) ? PlotMark.Down : PlotMark.Disc;
                points.Add(new ErrorPoint(nominal, error, expanded, tolerance, acceptance, mark, points.Count(each => each.Nominal == nominal)));
            }
        }

        if (points.Count > 0)
        {
            stack.Add(PlotFrame.Mm(ErrorPlot.Height), ErrorPlot.Of($"Errors {ResultTables.SeriesWords(prefix)}", FigureList.UnitOf(data.Kind), points));
        }
    }

    private static void Adjustment(SheetStack stack, CalibrationData data, FigureIndex figures)
    {
        if (!figures.Has("adjustment.significant"))
        {
            return;
        }

        List<string[]> rows = [];
        foreach ((string id, string name, int? set) in ((string, string, int?)[])
        [
            ("plunger", "Plunger, of nominal steps", data.Adjustment?.PlungerPpm), ("offset", "Offset of the needle", data.Adjustment?.NeedleOffsetUm),
            ("backlash", "Play of the needle", data.Adjustment?.BacklashUm),
        ])
        {
            rows.Add(
            [
                name, figures.Text("adjustment." + id), figures.Text($"adjustment.{id}.standard"),
                set is null ? "not adjusted" : string.Create(CultureInfo.InvariantCulture, $"{set}\u00a0{figures.Unit("adjustment." + id)}"),
            ]);
        }

        rows.AddRange(figures.Counted("adjustment.fit").Select(each => (string[])
            ["Fit, term " + each[(each.LastIndexOf('-') + 1)..], figures.Text(each), figures.Text(each + ".standard"), ""]));
        rows.Add(["Beyond its uncertainty", figures.Value("adjustment.significant"), "", ""]);
        stack.Table(
            "What the readings as found ask for, and what was set",
            [("Quantity", 28), (" Asked for", 24), (" Standard uncertainty", 24), (" Set", 24)], rows);
    }

    private static void Hysteresis(SheetStack stack, CalibrationData data, string prefix, FigureIndex figures)
    {
        for (int needle = 0; needle < data.Device.Needles; needle++)
        {
            string at = SeriesFigures.Needle(prefix, needle);
            if (!figures.Has(at + ".backlash"))
            {
                continue;
            }

            string name = string.Create(CultureInfo.InvariantCulture, $"needle {needle + 1}, {ResultTables.SeriesWords(prefix)}");
            stack.Heading($"Hysteresis of {name}", PlotFrame.Mm(LoopPlot.Height));
            (double X, double Y)[] there = Way(data, figures, prefix, needle, TravelDirection.Out);
            (double X, double Y)[] back = Way(data, figures, prefix, needle, TravelDirection.Back);
            if (there.Length > 0 && back.Length > 0)
            {
                stack.Add(PlotFrame.Mm(LoopPlot.Height), LoopPlot.Of($"Hysteresis loop of {name}", "µm", there, back));
            }

            stack.Paragraph($"Play that is left: {figures.Text(at + ".backlash")}, U = {figures.Text(at + ".backlash.expanded")} (u = {figures.Text(at + ".backlash.standard")}, "
                + $"ν = {figures.Value(at + ".backlash.degrees")}, k = {figures.Value(at + ".backlash.k")}, {figures.Text(at + ".backlash.coverage")})."
                + Check(at + ".backlash.monte-carlo", figures));
            stack.Table(
                "Back less out",
                [("Depth told", 34), (" Hysteresis", 33), (" Standard uncertainty", 33)],
                Enumerable.Range(0, data.Setup.Points.Length).Select(point => SeriesFigures.Point(at, point) + ".hysteresis").Where(figures.Has)
                    .Select(id => (string[])[figures.Text(id.Replace(".hysteresis", ".out.nominal", StringComparison.Ordinal)), figures.Text(id), figures.Text(id + ".standard")]));
        }
    }

    private static string Check(string at, FigureIndex figures) => figures.Has(at + ".draws")
        ? $" Cross-check with {figures.Value(at + ".draws")} draws, seed {figures.Value(at + ".seed")}: u = {figures.Text(at + ".standard")}, "
            + $"{figures.Text(at + ".low")} to {figures.Text(at + ".high")}, confirms: {figures.Value(at + ".confirms")}."
        : "";

    private static (double X, double Y)[] Way(CalibrationData data, FigureIndex figures, string prefix, int needle, TravelDirection direction) =>
    [
        .. Enumerable.Range(0, data.Setup.Points.Length)
            .Select(point => SeriesFigures.Depth(prefix, needle, point, direction))
            .Where(id => figures.Number(id + ".nominal") is not null && figures.Number(id + ".error") is not null)
            .Select(id => (figures.Number(id + ".nominal")!.Value, figures.Number(id + ".error")!.Value)),
    ];

    private static void Occlusion(SheetStack stack, CalibrationData data, string prefix, FigureIndex figures) => stack.Table(
        "Time to the fault, and bolus when the way is opened",
        [("Point", 20), (" Mean time", 20), (" Longest time", 20), (" Mean bolus", 20), (" Largest bolus", 20)],
        ResultTables.Places(data, prefix, figures).Where(place => figures.Has(place.Id + ".after.mean")).Select(place => (string[])
        [
            place.Name, figures.Text(place.Id + ".after.mean"), figures.Text(place.Id + ".after.longest"), figures.Text(place.Id + ".bolus.mean"),
            figures.Text(place.Id + ".bolus.largest"),
        ]));
}
