namespace MesoPen.Host.Calibration;

/// <summary>Takes a certificate back.</summary>
/// <param name="Reason">Why, in one line.</param>
public sealed record RevokeCertificate(string Reason);
