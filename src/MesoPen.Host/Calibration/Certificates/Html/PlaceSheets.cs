namespace MesoPen.Host.Calibration;

/// <summary>One place in full: its readings, its control chart, its uncertainty budget.</summary>
internal static class PlaceSheets
{
    /// <summary>Adds it.</summary>
    public static void Add(SheetStack stack, CalibrationData data, string id, string name, FigureIndex figures)
    {
        string[] readings = [.. figures.Counted(id + ".reading")];
        string[] budget = [.. figures.Counted(id + ".budget", ".source")];
        string series = ResultTables.SeriesWords(id[..id.IndexOf('.', StringComparison.Ordinal)]);
        if (data.Kind == CalibrationKind.Depth)
        {
            stack.Table(
                $"Readings {series}, {name}, {figures.Unit(readings.FirstOrDefault() ?? "")}", [("", 100)],
                readings.Length == 0 ? [] : [[string.Join("   ", readings.Select(figures.Value))]]);
        }
        else
        {
            stack.Heading($"{name}, {series}", 70);
            Readings(stack, id, readings, figures);
            Chart(stack, id, $"Control chart {series}, {name}", readings, figures);
        }

        Budget(stack, id, $"Uncertainty budget {series}, {name}", budget, figures);
    }

    private static void Readings(SheetStack stack, string id, string[] readings, FigureIndex figures)
    {
        bool weighed = figures.Has(id + ".reading-1.mass");
        stack.Table(
            weighed ? $"Readings, each of {figures.Value(id + ".shots")} shots, as the volume of one" : "Readings",
            weighed ? [(" No.", 8), (" Mass", 22), (" Evaporated", 18), (" Z", 20), (" Volume", 16), (" Error", 16)] : [(" No.", 20), (" Reading", 80)],
            readings.Select((each, place) => (string[])(weighed
                ? [FigureText.Whole(place + 1), figures.Text(each + ".mass"), figures.Text(each + ".evaporated"), figures.Text(each + ".z"), figures.Text(each), figures.Text(each + ".error")]
                : [FigureText.Whole(place + 1), figures.Text(each)])));
        if (figures.Has(id + ".z"))
        {
            stack.Paragraph($"Mean factor Z from mass to volume: {figures.Text(id + ".z")}.");
        }
    }

    private static void Chart(SheetStack stack, string id, string title, string[] readings, FigureIndex figures)
    {
        if (figures.Number(id + ".chart.center") is not { } center || figures.Number(id + ".chart.lower") is not { } lower
            || figures.Number(id + ".chart.upper") is not { } upper)
        {
            return;
        }

        string[] breaks = [.. figures.Counted(id + ".chart.break")];
        HashSet<int> broken = [.. Enumerable.Range(1, readings.Length).Where(place => breaks.Any(each => figures.Number(each + ".reading") == place))];
        double[] values = [.. readings.Select(each => figures.Number(each) ?? center)];
        stack.Add(PlotFrame.Mm(ControlPlot.Height), ControlPlot.Of(title, figures.Unit(id + ".chart.center"), values, center, lower, upper, broken));
        stack.Paragraph(
            $"Individuals and moving range: mean {figures.Text(id + ".chart.center")}, limits {figures.Text(id + ".chart.lower")} and {figures.Text(id + ".chart.upper")}; "
            + $"mean range {figures.Text(id + ".chart.range.mean")}, upper limit of ranges {figures.Text(id + ".chart.range.upper")}. "
            + (breaks.Length == 0
                ? "No rule is broken."
                : "Broken: " + string.Join(", ", breaks.Select(each => $"{figures.Words(each)} at reading {figures.Value(each + ".reading")}")) + "."));
    }

    private static void Budget(SheetStack stack, string id, string title, string[] budget, FigureIndex figures)
    {
        if (budget.Length == 0)
        {
            return;
        }

        stack.Add(
            PlotFrame.Mm(ParetoPlot.Height(budget.Length)),
            ParetoPlot.Of(title, [.. budget.Select(each => (figures.Words(each + ".source"), figures.Number(each + ".share") ?? 0, figures.Text(each + ".share")))]));
        stack.Table(
            title,
            [("Source", 19), ("Type", 6), ("Shape", 12), (" Standard uncertainty", 16), (" Sensitivity", 20), (" Contribution", 14), (" ν", 5), (" Share", 8)],
            budget.Select(each => (string[])
            [
                figures.Words(each + ".source"), figures.Value(each + ".type"), figures.Words(each + ".shape"), figures.Text(each + ".standard"),
                figures.Text(each + ".sensitivity"), figures.Text(each + ".contribution"), figures.Value(each + ".degrees"), figures.Text(each + ".share"),
            ]));
    }
}
