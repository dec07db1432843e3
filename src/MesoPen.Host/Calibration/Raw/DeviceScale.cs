namespace MesoPen.Host.Calibration;

/// <summary>The adjustment that a device holds. Nominal is 1,000,000, 0, 0.</summary>
/// <param name="PlungerPpm">Steps per millilitre, in millionths of the nominal ones. More steps deliver more.</param>
/// <param name="NeedleOffsetUm">Added to each position of the needle, µm.</param>
/// <param name="BacklashUm">Play of the needle that the device takes up by itself, µm.</param>
public sealed record DeviceScale(int PlungerPpm, int NeedleOffsetUm, int BacklashUm)
{
    /// <summary>How far the scale may be from the nominal one, millionths (hardware/protocol.md, calibration_set; so the next two).</summary>
    public const int PpmReach = 100_000;

    /// <summary>Furthest that positions may be shifted, either way, µm.</summary>
    public const int OffsetReachUm = 500;

    /// <summary>Most play that is taken up, µm.</summary>
    public const int BacklashMaxUm = 500;

    /// <summary>No adjustment.</summary>
    public static DeviceScale Nominal { get; } = new(1_000_000, 0, 0);
}
