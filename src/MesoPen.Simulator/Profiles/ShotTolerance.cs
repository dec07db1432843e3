namespace MesoPen.Simulator;

/// <summary>How far a shot as the device reports it may lie from the shot as it was, either way.</summary>
/// <param name="DepthUm">Of the depth, µm.</param>
/// <param name="DoseNl">Of the volume, nL; the larger of this and <paramref name="DosePermille"/> counts.</param>
/// <param name="DosePermille">Of the volume, thousandths of what the device reported.</param>
public sealed record ShotTolerance(int DepthUm, int DoseNl, int DosePermille)
{
    /// <summary>The tolerance of a shot's volume, nL.</summary>
    public long VolumeNl(long reportedNl) => Math.Max(DoseNl, reportedNl * DosePermille / 1000);
}
