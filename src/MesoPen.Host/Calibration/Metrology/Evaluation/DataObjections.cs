using System.Collections.Immutable;
using System.Globalization;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>What speaks against a certificate before anything is computed, and after.</summary>
internal static class DataObjections
{
    // ISO 8655-6: the temperature is to stay within half a degree.
    private const double SteadyC = 0.5;

    public static void Instruments(EvaluationContext context)
    {
        DateOnly day = DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(context.Data.EndedAtUnixMs).UtcDateTime);
        foreach (ReferenceInstrument past in context.Setup.References.Where(each => each.DueDay < day))
        {
            string due = past.DueDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            context.Object(
                ObjectionKind.ReferencePastDue, past.ReferenceId, $"The {past.Role} {past.Model}, {past.Serial}, was due on {due}.", blocks: true);
        }

        (string Role, bool Blocks)[] needed = context.Data.Kind switch
        {
            CalibrationKind.Volume => [("balance", true), ("thermometer", true), ("barometer", false), ("hygrometer", false)],
            CalibrationKind.Depth => [("gauge", true)],
            _ => [("pressure", true)],
        };
        foreach ((string role, bool blocks) in needed.Where(each => context.Instrument(each.Role) is null))
        {
            context.Object(ObjectionKind.ReferenceMissing, role, $"There is no {role} among the references.", blocks);
        }
    }

    public static void Environment(EvaluationContext context, ImmutableArray<EnvironmentReading> readings)
    {
        bool isVolume = context.Data.Kind == CalibrationKind.Volume;
        long[] times = [.. context.Data.Series.SelectMany(Times)];
        if (readings.IsEmpty || (times.Length > 0 && (readings[0].AtUnixMs > times.Min() || readings[^1].AtUnixMs < times.Max())))
        {
            const string Text = "The environment was not read before the first and after the last reading.";
            context.Object(ObjectionKind.EnvironmentMissing, "environment", Text, isVolume);
        }

        if (!isVolume)
        {
            return;
        }

        foreach (Room room in readings.Select(Room.Of))
        {
            if (room.WaterC is < WaterDensity.LowestC or > WaterDensity.HighestC)
            {
                context.Object(
                    ObjectionKind.EnvironmentOutOfRange, "water", "The formula of the density of water is stated for 0 to 40 °C.", blocks: true);
            }

            if (!AirDensity.IsStatedFor(room.AirC, room.PressureHpa, room.HumidityPercent))
            {
                context.Object(
                    ObjectionKind.EnvironmentOutOfRange, "air",
                    "The formula of the density of air is stated for 10 to 30 °C, 900 to 1100 hPa and at most 80 % of humidity.", blocks: false);
            }
        }
    }

    public static void Weighings(EvaluationContext context, SeriesKind series, WeighingRoom room)
    {
        if (room.WaterSpanC > SteadyC)
        {
            string span = room.WaterSpanC.ToString("0.0", CultureInfo.InvariantCulture);
            context.Object(
                ObjectionKind.TemperatureUnsteady, Name(series), $"The water's temperature changed by {span} °C, {Name(series)}.", blocks: false);
        }

        if (room.Evaporation is null or { Blanks: < 2 })
        {
            context.Object(ObjectionKind.BlankMissing, Name(series), $"The series {Name(series)} has fewer than two blanks.", blocks: true);
        }
    }

    /// <summary>Whether a point, in this series, has the readings that were settled.</summary>
    public static void Count(EvaluationContext context, SeriesKind series, int index, string subject, int count)
    {
        int settled = context.Setup.Points[index].Replicates;
        if (count < settled)
        {
            string text = $"{subject} has {count} of {settled} readings, {Name(series)}.";
            context.Object(ObjectionKind.ReadingsMissing, $"{Name(series)}, {subject}", text, blocks: true);
        }
    }

    public static void Chart(EvaluationContext context, SeriesKind series, int index, ControlChart? chart)
    {
        if (chart is { IsInControl: false })
        {
            string text = $"The readings of point {index + 1} changed on the way, {Name(series)}.";
            context.Object(ObjectionKind.OutOfControl, $"{Name(series)}, point {index + 1}", text, blocks: false);
        }
    }

    public static string Name(SeriesKind series) => series == SeriesKind.AsFound ? "as found" : "as left";

    private static IEnumerable<long> Times(CalibrationSeries series) =>
    [
        .. series.Weighings.IsDefault ? [] : series.Weighings.SelectMany(each => new[] { each.BeforeAtUnixMs, each.AfterAtUnixMs }),
        .. series.Gauge.IsDefault ? [] : series.Gauge.Select(each => each.AtUnixMs),
        .. series.Occlusions.IsDefault ? [] : series.Occlusions.Select(each => each.AtUnixMs),
    ];
}
