namespace MesoPen.Host.Calibration;

/// <summary>A number or word of a certificate, as it is printed.</summary>
/// <param name="Id">What it is, the same in every certificate: <c>as-left.point-2.mean</c>.</param>
/// <param name="Value">With the digits that are shown.</param>
/// <param name="Unit">Its unit; empty for a pure number or a word.</param>
public sealed record CertificateFigure(string Id, string Value, string Unit);
