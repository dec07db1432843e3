namespace MesoPen.Host.Calibration;

/// <summary>The adjustment that a device holds. Nominal is 1,000,000, 0, 0.</summary>
/// <param name="PlungerPpm">Steps per millilitre, in millionths of the nominal ones. More steps deliver more.</param>
/// <param name="NeedleOffsetUm">Added to each position of the needle, µm.</param>
/// <param name="BacklashUm">Play of the needle that the device takes up by itself, µm.</param>
public sealed record DeviceScale(int PlungerPpm, int NeedleOffsetUm, int BacklashUm)
{
    /// <summary>No adjustment.</summary>
    public static DeviceScale Nominal { get; } = new(1_000_000, 0, 0);
}
