namespace MesoPen.Host.Calibration;

/// <summary>What a certificate says of one point, in whole numbers, for limits and records.</summary>
/// <param name="Nominal">nL, µm or kPa.</param>
/// <param name="Error">Systematic error, as left if it was adjusted, rounded away from zero; the same unit.</param>
/// <param name="Expanded">Expanded uncertainty, rounded up; the same unit.</param>
/// <param name="Tolerance">Largest error that was allowed, either way; the same unit.</param>
public sealed record CertifiedPoint(long Nominal, long Error, long Expanded, long Tolerance);
