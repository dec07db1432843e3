namespace MesoPen.Host.Exchange;

/// <summary>What a zone got.</summary>
/// <param name="Zone">Zone of the catalogue.</param>
/// <param name="Shots">Shots delivered.</param>
/// <param name="DeliveredNl">Volume delivered, nL.</param>
/// <param name="UnknownNl">Volume that may have been injected and is not settled, nL.</param>
/// <param name="DepthMaxUm">Deepest needle length of its shots, µm along the needle; 0 if there was none.</param>
/// <param name="From">Row of its first shot, UTC.</param>
/// <param name="To">Row of its last shot, UTC.</param>
internal sealed record DossierZone(string Zone, long Shots, long DeliveredNl, long UnknownNl, int DepthMaxUm, DateTimeOffset From, DateTimeOffset To);
