namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>Where a photograph is kept, and what it must be. The picture itself never enters the records.</summary>
/// <param name="Zone">Zone of the skin.</param>
/// <param name="Day">Day on which it was taken.</param>
/// <param name="Reference">Where it is kept: an id or address in the clinic's own system.</param>
/// <param name="Sha256">SHA-256 of the file, 64 lower-case hexadecimal digits: a picture that was changed is found out.</param>
/// <param name="SessionId">Session that it belongs to; null for none.</param>
public sealed record PhotoDetails(string Zone, DateOnly Day, string Reference, string Sha256, string? SessionId = null);
