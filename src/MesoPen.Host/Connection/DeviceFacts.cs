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
}
