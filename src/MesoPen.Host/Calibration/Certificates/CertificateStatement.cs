namespace MesoPen.Host.Calibration;

/// <summary>A sentence of a certificate.</summary>
/// <param name="Id">What it says: procedure, item, decision, traceability and the like.</param>
/// <param name="Text">The sentence.</param>
public sealed record CertificateStatement(string Id, string Text);
