using MesoPen.Host.Calibration;
using MesoPen.Protocol;

namespace MesoPen.Host.Connection;

/// <summary>What is known of a device that was found, identified and tested.</summary>
/// <param name="Where">The address, as the user wrote it.</param>
/// <param name="Model">The id of the device's profile.</param>
/// <param name="Serial">Its serial.</param>
/// <param name="FirmwareVersion">Version of its firmware.</param>
/// <param name="Needles">Needles in its head.</param>
/// <param name="CalibrationDueDay">Days since 1970-01-01 at which its calibration falls due; 0 if it was never calibrated.</param>
/// <param name="Caps">The caps that its firmware enforces by itself.</param>
/// <param name="BootId">The boot that all this was heard in.</param>
/// <param name="Status">Its status when it was tested.</param>
public sealed record DeviceFacts(
    string Where,
    string Model,
    string Serial,
    Version FirmwareVersion,
    int Needles,
    uint CalibrationDueDay,
    CapabilitiesReply Caps,
    uint BootId,
    DeviceStatus Status)
{
    /// <summary>The device says that it is simulated: there is no needle and no patient.</summary>
    public bool Simulated { get; init; }

    /// <summary>The adjustment that the device holds; the nominal one if it takes none.</summary>
    public DeviceScale Scale { get; init; } = DeviceScale.Nominal;

    /// <summary>Whether the device takes an adjustment: an older firmware does not.</summary>
    public bool TakesCalibration { get; init; }

    /// <summary>The first 16 bytes of the SHA-256 of the certificate that the device holds, in lower-case hexadecimal; null if it holds none.</summary>
    public string? Certificate { get; init; }

    /// <summary>What a device says of itself.</summary>
    /// <param name="where">The address, as the user wrote it.</param>
    /// <param name="identity">Who it is.</param>
    /// <param name="caps">Its caps.</param>
    /// <param name="bootId">The boot that all this was heard in.</param>
    /// <param name="status">Its status.</param>
    internal static DeviceFacts Of(string where, in IdentityReply identity, in CapabilitiesReply caps, uint bootId, in DeviceStatus status) => new(
        Where: where,
        Model: identity.Model,
        Serial: identity.Serial,
        FirmwareVersion: new Version(identity.FirmwareMajor, identity.FirmwareMinor, identity.FirmwarePatch),
        Needles: identity.Needles,
        CalibrationDueDay: identity.CalibrationDueDay,
        Caps: caps,
        BootId: bootId,
        Status: status)
    {
        Simulated = identity.Kind.HasFlag(DeviceKind.Simulated),
        TakesCalibration = identity.PlungerPpm != 0,
        // What a liar says of itself becomes a number that no certificate states, and not an exception.
        Scale = identity.PlungerPpm == 0 ? DeviceScale.Nominal
            : new DeviceScale((int)Math.Min(identity.PlungerPpm, int.MaxValue), identity.NeedleOffsetUm, identity.BacklashUm),
        Certificate = identity.Certificate.IsNone ? null : identity.Certificate.ToString(),
    };
}
