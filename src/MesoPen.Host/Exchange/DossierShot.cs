namespace MesoPen.Host.Exchange;

/// <summary>One shot.</summary>
/// <param name="Shot">The device's shot counter.</param>
/// <param name="Zone">Zone of the catalogue.</param>
/// <param name="Outcome"><c>delivered</c>, <c>not-delivered</c> or <c>unknown</c>.</param>
/// <param name="Partial">The device ended it early.</param>
/// <param name="DepthUm">Needle length, µm.</param>
/// <param name="VolumeNl">Volume, nL.</param>
/// <param name="PermitId">Permit under which it was fired.</param>
/// <param name="At">When it was recorded, UTC.</param>
/// <param name="Hash">Hash of its row.</param>
internal sealed record DossierShot(
    long Shot, string Zone, string Outcome, bool Partial, int DepthUm, long VolumeNl, long PermitId, DateTimeOffset At, string Hash);
