using MesoPen.Protocol;

namespace MesoPen.Firmware;

/// <summary>Faults that show in a sensor's level, whatever the device is doing.</summary>
internal static class SensorWatch
{
    /// <summary>Gauge pressures below this cannot be, kPa: there is no less than a vacuum.</summary>
    internal const int PressureImpossibleKpa = -102;

    /// <summary>Temperatures outside these cannot be, hundredths of a degree: a broken or shorted sensor reads so.</summary>
    internal const int TemperatureImpossibleLowCc = -4000;

    /// <inheritdoc cref="TemperatureImpossibleLowCc"/>
    internal const int TemperatureImpossibleHighCc = 12500;

    private const int Full = 1000;

    /// <summary>The fault that the levels show, if any.</summary>
    internal static DeviceFault Check(in Senses senses, DeviceConfiguration configuration)
    {
        if (IsImplausible(senses))
        {
            return DeviceFault.SensorImplausible;
        }

        if (senses.PressureKpa > configuration.OcclusionKpa)
        {
            return DeviceFault.Occlusion;
        }

        if (senses.TemperatureCc > configuration.TemperatureMaxCc)
        {
            return DeviceFault.TooWarm;
        }

        if (senses.TemperatureCc < configuration.TemperatureMinCc)
        {
            return DeviceFault.TooCold;
        }

        return senses.BatteryPermille < configuration.BatteryMinPermille ? DeviceFault.BatteryLow : DeviceFault.None;
    }

    private static bool IsImplausible(in Senses senses) =>
        senses.PressureKpa < PressureImpossibleKpa
        || senses.TemperatureCc is < TemperatureImpossibleLowCc or > TemperatureImpossibleHighCc
        || senses.BatteryPermille is < 0 or > Full;
}
