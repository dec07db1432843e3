namespace MesoPen.Host.Calibration;

/// <summary>The certificate before this one, of the same device and kind.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Sha256">Its hash: the chain.</param>
public sealed record PreviousCertificate(string Number, string Sha256);
