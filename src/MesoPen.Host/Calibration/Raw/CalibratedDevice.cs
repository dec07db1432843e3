namespace MesoPen.Host.Calibration;

/// <summary>The item under calibration.</summary>
/// <param name="Model">Id of its profile.</param>
/// <param name="Serial">Serial number.</param>
/// <param name="Firmware">Version of its firmware.</param>
/// <param name="Needles">Needles in its head.</param>
/// <param name="Simulated">Whether it says that it is a simulator: its certificate says so on every page.</param>
/// <param name="HeadLot">Lot of the needle head and cartridge that were fitted; null if not stated.</param>
/// <param name="Condition">State in which it came, in the engineer's words.</param>
public sealed record CalibratedDevice(string Model, string Serial, string Firmware, int Needles, bool Simulated, string? HeadLot, string Condition)
{
    /// <summary>Day on which it was received; null if that is not stated.</summary>
    public DateOnly? ReceivedOn { get; init; }
}
