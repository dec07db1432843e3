namespace MesoPen.Host.Exchange;

/// <summary>A needle head of a session.</summary>
/// <param name="Id">Id of the head.</param>
/// <param name="Needles">Needles.</param>
/// <param name="Lot">Lot; null if it is not on record.</param>
/// <param name="SterileUntil">Last day of its sterility; null if it is not on record.</param>
internal sealed record DossierHead(string Id, int Needles, string? Lot, DateOnly? SterileUntil);
