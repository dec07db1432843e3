namespace MesoPen.Hil;

/// <summary>A shot as its row on the disk tells it.</summary>
/// <param name="Zone">Zone tag.</param>
/// <param name="Outcome">delivered, not-delivered or unknown.</param>
/// <param name="DepthUm">Along the needle, µm.</param>
/// <param name="VolumeNl">Whole head, nL.</param>
/// <param name="EndedBy">What ended it early, as on the wire; 0 if nothing did.</param>
internal sealed record DiskShot(ushort Zone, string Outcome, long DepthUm, long VolumeNl, int EndedBy);
