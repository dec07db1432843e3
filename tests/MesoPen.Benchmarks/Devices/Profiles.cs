using MesoPen.Simulator;

namespace MesoPen.Benchmarks;

/// <summary>Devices to measure with.</summary>
internal static class Profiles
{
    /// <summary>The five-needle gun with a cartridge and a battery that outlast every run: changing them is not what is measured.</summary>
    public static DeviceProfile Tireless()
    {
        DeviceProfile gun = ProfileReader.Open("gun-5");
        return gun with
        {
            Caps = gun.Caps with { CartridgeNl = 4_000_000_000 },
            Plant = gun.Plant with { Power = gun.Plant.Power with { BatteryStrokesPerPermille = 1_000_000 } },
        };
    }
}
