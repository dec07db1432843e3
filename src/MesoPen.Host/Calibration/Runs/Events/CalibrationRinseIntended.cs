namespace MesoPen.Host.Calibration;

/// <summary>The line is about to be filled and the tip wetted, into the vessel: what comes then is not weighed.</summary>
/// <param name="By">Station.</param>
/// <param name="CalibrationId">Id of the calibration.</param>
/// <param name="BootId">The boot of the device that the volume counts in.</param>
/// <param name="ToNl">Where the plunger will stand, nL since boot.</param>
public sealed record CalibrationRinseIntended(string By, string CalibrationId, long BootId, long ToNl) : CalibrationEvent(By, CalibrationId);
