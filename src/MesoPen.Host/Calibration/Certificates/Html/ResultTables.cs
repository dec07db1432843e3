using System.Globalization;

namespace MesoPen.Host.Calibration;

/// <summary>Tables of results: one row for each place that a result is stated for.</summary>
internal static class ResultTables
{
    /// <summary>Places of a series for which results are stated, with how people call them.</summary>
    public static IEnumerable<(string Id, string Name)> Places(CalibrationData data, string series, FigureIndex figures)
    {
        for (int point = 0; point < data.Setup.Points.Length; point++)
        {
            if (data.Kind != CalibrationKind.Depth)
            {
                string id = SeriesFigures.Point(series, point);
                if (figures.Has(id + ".count"))
                {
                    yield return (id, figures.Text(id + ".nominal"));
                }

                continue;
            }

            for (int needle = 0; needle < data.Device.Needles; needle++)
            {
                foreach (TravelDirection direction in (TravelDirection[])[TravelDirection.Out, TravelDirection.Back])
                {
                    string id = SeriesFigures.Depth(series, needle, point, direction);
                    if (figures.Has(id + ".count"))
                    {
                        yield return (id, string.Create(
                            CultureInfo.InvariantCulture, $"{figures.Text(id + ".nominal")}, needle {needle + 1}, {FigureText.Word(direction)}"));
                    }
                }
            }
        }
    }

    /// <summary>The result in short.</summary>
    public static void Short(SheetStack stack, CalibrationData data, string series, FigureIndex figures) => stack.Table(
        $"Results {SeriesWords(series)}",
        [("Point", 22), (" Mean", 13), (" Error", 13), (" U", 13), (" k", 7), (" Tolerance ±", 14), ("Conformity", 18)],
        Places(data, series, figures).Select(place => (string[])
        [
            place.Name, figures.Text(place.Id + ".mean"), figures.Text(place.Id + ".error"), figures.Text(place.Id + ".expanded"), figures.Value(place.Id + ".k"),
            figures.Text(place.Id + ".tolerance"), figures.Words(place.Id + ".verdict"),
        ]));

    /// <summary>All that is stated.</summary>
    public static void Full(SheetStack stack, CalibrationData data, string series, FigureIndex figures)
    {
        (string Id, string Name)[] places = [.. Places(data, series, figures)];
        stack.Table(
            $"Results {SeriesWords(series)}: mean and scatter",
            [("Point", 22), (" Readings", 9), (" Mean", 14), (" Error", 14), (" Error, %", 10), (" s", 13), (" CV, %", 8), (" Single shots s", 10)],
            places.Select(place => (string[])
            [
                place.Name, figures.Value(place.Id + ".count"), figures.Text(place.Id + ".mean"), figures.Text(place.Id + ".error"),
                figures.Value(place.Id + ".error.percent"), figures.Text(place.Id + ".deviation"), figures.Value(place.Id + ".cv"),
                figures.Text(place.Id + ".shot-deviation"),
            ]));
        stack.Table(
            $"Results {SeriesWords(series)}: uncertainty and conformity",
            [("Point", 22), (" u", 12), (" ν eff", 7), (" Coverage", 10), (" k", 7), (" U", 12), (" Tolerance ±", 11), (" Accept ±", 9), ("Conformity", 10)],
            places.Select(place => (string[])
            [
                place.Name, figures.Text(place.Id + ".standard"), figures.Value(place.Id + ".degrees"), figures.Text(place.Id + ".coverage"),
                figures.Value(place.Id + ".k"),
                figures.Text(place.Id + ".expanded"), figures.Text(place.Id + ".tolerance"), figures.Text(place.Id + ".acceptance"),
                figures.Words(place.Id + ".verdict"),
            ]));
        stack.Table(
            "Cross-check by propagation of distributions: coverage interval of the error",
            [("Point", 22), (" Draws", 11), (" Seed", 9), (" u", 14), (" Low", 14), (" High", 14), ("Confirms", 16)],
            places.Where(place => figures.Has(place.Id + ".monte-carlo.low")).Select(place => (string[])
            [
                place.Name, figures.Value(place.Id + ".monte-carlo.draws"), figures.Value(place.Id + ".monte-carlo.seed"),
                figures.Text(place.Id + ".monte-carlo.standard"),
                figures.Text(place.Id + ".monte-carlo.low"), figures.Text(place.Id + ".monte-carlo.high"), figures.Value(place.Id + ".monte-carlo.confirms"),
            ]));
        stack.Table(
            "Statistical tolerance interval of single results",
            [("Point", 22), (" Share in it", 11), (" Confidence", 11), (" Factor k", 10), (" Low", 14), (" High", 14), ("Within tolerance", 18)],
            places.Where(place => figures.Has(place.Id + ".interval.low")).Select(place => (string[])
            [
                place.Name, figures.Text(place.Id + ".interval.content"), figures.Text(place.Id + ".interval.confidence"), figures.Value(place.Id + ".interval.k"),
                figures.Text(place.Id + ".interval.low"), figures.Text(place.Id + ".interval.high"), figures.Value(place.Id + ".interval.within"),
            ]));
    }

    /// <summary>A series as people call it.</summary>
    public static string SeriesWords(string series) => series.Replace('-', ' ');
}
