namespace MesoPen.Host.Calibration;

/// <summary>What a device says that it holds.</summary>
/// <param name="Scale">Its adjustment.</param>
/// <param name="DueDay">Days since 1970-01-01 at which its calibration is due; 0 for none.</param>
/// <param name="Certificate">First 16 bytes of its certificate's SHA-256, 32 hexadecimal digits; null for none.</param>
public sealed record HeldScale(DeviceScale Scale, long DueDay, string? Certificate);
