using MesoPen.Host.Clinic.Treatments;

namespace MesoPen.Host.Calibration;

/// <summary>What a device says of its calibration.</summary>
/// <param name="Serial">Its serial number.</param>
/// <param name="Scale">The adjustment that it holds.</param>
/// <param name="Certificate">First 16 bytes of the SHA-256 of the certificate that it holds, 32 lower-case hexadecimal digits; null for none.</param>
/// <param name="ShotCounter">Its lifetime shot counter.</param>
public sealed record HeldCalibration(string Serial, DeviceScale Scale, string? Certificate, long ShotCounter)
{
    /// <summary>What the device of a session said.</summary>
    public static HeldCalibration Of(SessionDeviceKnown known)
    {
        ArgumentNullException.ThrowIfNull(known);
        return new HeldCalibration(known.Serial, known.Scale ?? DeviceScale.Nominal, known.Certificate, known.ShotCounter);
    }
}
