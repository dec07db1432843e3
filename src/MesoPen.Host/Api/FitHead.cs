namespace MesoPen.Host.Api;

/// <summary>Asks to go on with another needle head.</summary>
/// <param name="HeadId">The new head.</param>
public sealed record FitHead(string HeadId);
