using System.Collections.Immutable;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>Room, water, balance and evaporation of one series of weighings, with what is not known of them.</summary>
internal sealed class WeighingRoom
{
    private const double MilliC = 1000;

    // Without an instrument: wider than a room is in a working day, and still of no weight in a volume. The certificate says that it is missing.
    private const double PressureUnknownHpa = 20;
    private const double HumidityUnknownPercent = 15;
    private const double TemperatureUnknownC = 2;

    private readonly ImmutableArray<EnvironmentReading> _readings;

    /// <summary>Of readings of the environment in the order of time, at least one.</summary>
    public WeighingRoom(EvaluationContext context, ImmutableArray<EnvironmentReading> readings, ImmutableArray<WeighingReading> weighings)
    {
        _readings = Around(readings, weighings);
        Room[] rooms = [.. _readings.Select(Room.Of)];
        Mean = Room.Mean(rooms);
        WaterSpanC = Span(rooms, each => each.WaterC);
        Weights = context.Setup.WeightDensity;
        Balance = context.Instrument("balance");
        WaterStandardC = (context.Instrument("thermometer")?.Whole(WaterSpanC * MilliC) / MilliC) ?? TemperatureUnknownC;
        double air = (context.Instrument("thermometer")?.Whole(Span(rooms, each => each.AirC) * MilliC) / MilliC) ?? TemperatureUnknownC;
        double pressure = (context.Instrument("barometer")?.Whole(Span(rooms, each => each.PressureHpa) * 100) / 100) ?? PressureUnknownHpa;
        double humidity = (context.Instrument("hygrometer")?.Whole(Span(rooms, each => each.HumidityPercent) * 10) / 10) ?? HumidityUnknownPercent;
        AirStandard = Math.Sqrt(
            Square(Mean.Air * AirDensity.RelativeStandard)
            + Square(AirDensity.Of(Mean.AirC + air, Mean.PressureHpa, Mean.HumidityPercent) - Mean.Air)
            + Square(AirDensity.Of(Mean.AirC, Mean.PressureHpa + pressure, Mean.HumidityPercent) - Mean.Air)
            + Square(AirDensity.Of(Mean.AirC, Mean.PressureHpa, Mean.HumidityPercent + humidity) - Mean.Air));
        Evaporation = EvaporationRegression.Of(weighings.Where(each => each.Point < 0), (long)(Balance?.Resolution ?? 0));
    }

    /// <summary>Mean over the series.</summary>
    public Room Mean { get; }

    /// <summary>Warmest less coldest water, °C.</summary>
    public double WaterSpanC { get; }

    /// <summary>Standard uncertainty of the water's temperature, °C.</summary>
    public double WaterStandardC { get; }

    /// <summary>Standard uncertainty of the density of the air, kg/m³.</summary>
    public double AirStandard { get; }

    /// <summary>Density of the balance's weights, kg/m³.</summary>
    public double Weights { get; }

    /// <summary>Null if there is none among the references.</summary>
    public InstrumentUncertainty? Balance { get; }

    /// <summary>Null without a blank.</summary>
    public Evaporation? Evaporation { get; }

    /// <summary>Room in the middle of a weighing.</summary>
    public Room During(WeighingReading weighing) => Room.At(_readings, (weighing.BeforeAtUnixMs + weighing.AfterAtUnixMs) / 2.0);

    /// <summary>Factor from mass to volume, µL/mg.</summary>
    public double Z(Room room) => MassToVolume.Z(room.Water, room.Air, Weights);

    /// <summary>What the certificate says of it.</summary>
    public WeighingConditions Conditions()
    {
        double z = Z(Mean);
        double standard = Math.Sqrt(
            Square(MassToVolume.Z(Mean.Water + WaterDensity.Standard, Mean.Air, Weights) - z)
            + Square(MassToVolume.Z(Mean.Water, Mean.Air + AirStandard, Weights) - z)
            + Square(MassToVolume.Z(WaterDensity.Of(Mean.WaterC + WaterStandardC), Mean.Air, Weights) - z));
        return new WeighingConditions(
            Mean.WaterC, Mean.AirC, Mean.PressureHpa, Mean.HumidityPercent, WaterSpanC, Mean.Water, Mean.Air, z, standard, Evaporation);
    }

    // The readings during the series with the last before and the first after it.
    private static ImmutableArray<EnvironmentReading> Around(ImmutableArray<EnvironmentReading> readings, ImmutableArray<WeighingReading> weighings)
    {
        if (weighings.IsEmpty)
        {
            return readings;
        }

        long begin = weighings.Min(each => each.BeforeAtUnixMs);
        long end = weighings.Max(each => each.AfterAtUnixMs);
        long from = readings.Where(each => each.AtUnixMs <= begin).Select(each => each.AtUnixMs).DefaultIfEmpty(begin).Max();
        long to = readings.Where(each => each.AtUnixMs >= end).Select(each => each.AtUnixMs).DefaultIfEmpty(end).Min();
        ImmutableArray<EnvironmentReading> within = [.. readings.Where(each => each.AtUnixMs >= from && each.AtUnixMs <= to)];
        return within.IsEmpty ? readings : within;
    }

    private static double Span(Room[] rooms, Func<Room, double> of) => rooms.Max(of) - rooms.Min(of);

    private static double Square(double value) => value * value;
}
