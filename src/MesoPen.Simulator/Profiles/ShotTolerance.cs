namespace MesoPen.Simulator;

/// <summary>How far a shot as the device reports it may lie from the shot as it was, either way.</summary>
/// <param name="DepthUm">Of the depth, µm.</param>
/// <param name="DoseNl">Of the volume, nL; the larger of this and <paramref name="DosePermille"/> counts.</param>
/// <param name="DosePermille">Of the volume, thousandths of what the device reported.</param>
/// <param name="CutNl">In place of <paramref name="DoseNl"/> for a shot that was cut short, nL.</param>
public sealed record ShotTolerance(int DepthUm, int DoseNl, int DosePermille, int CutNl)
{
    /// <summary>The tolerance of a shot's volume, nL.</summary>
    /// <param name="reportedNl">What the device reported, nL.</param>
    /// <param name="cut">Whether something ended the shot early.</param>
    public long VolumeNl(long reportedNl, bool cut = false) => Math.Max(cut ? CutNl : DoseNl, reportedNl * DosePermille / 1000);
}
