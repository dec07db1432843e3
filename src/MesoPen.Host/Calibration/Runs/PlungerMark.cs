namespace MesoPen.Host.Calibration;

/// <summary>How far calibrations have told a device's plunger to go, in one boot.</summary>
/// <param name="BootId">The boot.</param>
/// <param name="ToNl">nL since that boot.</param>
public sealed record PlungerMark(long BootId, long ToNl);
