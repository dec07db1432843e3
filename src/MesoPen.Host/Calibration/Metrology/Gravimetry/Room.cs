using System.Collections.Immutable;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>Room and water at one moment, in the units of formulas.</summary>
/// <param name="WaterC">Water, °C.</param>
/// <param name="AirC">Air, °C.</param>
/// <param name="PressureHpa">hPa.</param>
/// <param name="HumidityPercent">%.</param>
internal readonly record struct Room(double WaterC, double AirC, double PressureHpa, double HumidityPercent)
{
    /// <summary>Density of the air, kg/m³.</summary>
    public double Air => AirDensity.Of(AirC, PressureHpa, HumidityPercent);

    /// <summary>Density of the water, kg/m³.</summary>
    public double Water => WaterDensity.Of(WaterC);

    /// <summary>What was read.</summary>
    public static Room Of(EnvironmentReading reading) =>
        new(reading.WaterMilliC / 1000.0, reading.AirMilliC / 1000.0, reading.PressurePa / 100.0, reading.HumidityPermille / 10.0);

    /// <summary>Between two readings along the straight line, before the first and after the last as they were.</summary>
    /// <param name="readings">At least one, in the order of time.</param>
    /// <param name="unixMs">When.</param>
    public static Room At(ImmutableArray<EnvironmentReading> readings, double unixMs)
    {
        int next = 0;
        while (next < readings.Length && readings[next].AtUnixMs < unixMs)
        {
            next++;
        }

        if (next == 0 || next == readings.Length)
        {
            return Of(readings[Math.Min(next, readings.Length - 1)]);
        }

        Room before = Of(readings[next - 1]);
        Room after = Of(readings[next]);
        double part = (unixMs - readings[next - 1].AtUnixMs) / (readings[next].AtUnixMs - readings[next - 1].AtUnixMs);
        double Between(double from, double to) => from + (part * (to - from));
        return new Room(
            Between(before.WaterC, after.WaterC), Between(before.AirC, after.AirC), Between(before.PressureHpa, after.PressureHpa),
            Between(before.HumidityPercent, after.HumidityPercent));
    }

    /// <summary>Means over several.</summary>
    /// <param name="rooms">At least one.</param>
    public static Room Mean(IReadOnlyCollection<Room> rooms) => new(
        rooms.Average(each => each.WaterC), rooms.Average(each => each.AirC), rooms.Average(each => each.PressureHpa),
        rooms.Average(each => each.HumidityPercent));
}
