namespace MesoPen.Host.Input;

/// <summary>
/// How far a shot as the device reports it may lie from the shot as it was, either way: depth by <paramref name="DepthUm"/>, volume by the
/// larger of <paramref name="DoseNl"/> and <paramref name="DosePermille"/> thousandths of the dose; for a shot that was cut short by
/// <paramref name="CutNl"/> in place of the former.
/// </summary>
/// <param name="DepthUm">µm.</param>
/// <param name="DoseNl">nL.</param>
/// <param name="DosePermille">Thousandths.</param>
/// <param name="CutNl">nL.</param>
public sealed record ProfileTolerance(int DepthUm, long DoseNl, int DosePermille, long CutNl)
{
    /// <summary>Tolerance of one dose, nL, rounded up.</summary>
    public long OfDoseNl(long doseNl) => Math.Max(DoseNl, ((doseNl * DosePermille) + 999) / 1000);
}
