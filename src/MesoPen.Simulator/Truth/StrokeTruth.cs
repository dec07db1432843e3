namespace MesoPen.Simulator;

/// <summary>One labelled stroke as the plant saw it: from the label until the needle was home again.</summary>
/// <param name="Shot">The label that the firmware gave it.</param>
/// <param name="Stroke">The plant's own count of labelled strokes.</param>
/// <param name="Zone">Zone tag that the lamp showed when it began.</param>
/// <param name="XUm">Where the head was on the zone's grid, µm.</param>
/// <param name="YUm">The same, across.</param>
/// <param name="DepthUm">Deepest point of the tip along the axis, µm.</param>
/// <param name="VolumeNl">Fluid that left the tips, nL.</param>
/// <param name="OutsideNl">The part of it that left while the tips were not in skin, nL.</param>
/// <param name="BeginMs">Virtual time of the label, ms.</param>
/// <param name="EndMs">Virtual time of its end, ms.</param>
public readonly record struct StrokeTruth(
    uint Shot, long Stroke, int Zone, int XUm, int YUm, int DepthUm, long VolumeNl, long OutsideNl, long BeginMs, long EndMs)
{
    /// <summary>Tag of the zone that the head was over, if it was put over another than the lamp showed.</summary>
    public int? SkinZone { get; init; }
}
