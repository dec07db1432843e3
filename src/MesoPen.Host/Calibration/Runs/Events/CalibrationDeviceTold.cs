namespace MesoPen.Host.Calibration;

/// <summary>The device confirmed that it holds the certificate and the day on which it is due.</summary>
/// <param name="By">Station.</param>
/// <param name="CalibrationId">Id of the calibration.</param>
/// <param name="CertificateId">Id of the certificate.</param>
/// <param name="DueDay">The day.</param>
public sealed record CalibrationDeviceTold(string By, string CalibrationId, string CertificateId, DateOnly DueDay) : CalibrationEvent(By, CalibrationId);
