using System.Collections.Immutable;
using MesoPen.Host.Calibration.Metrology;

namespace MesoPen.Host.Calibration;

/// <summary>What the last series says of each point, in whole numbers: of depths the worst needle, on the way out, on which shots are given.</summary>
internal static class CertifiedPoints
{
    /// <summary>One for each point that has an uncertainty, by nominal value.</summary>
    public static ImmutableArray<CertifiedPoint> Of(CertificateDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        SeriesResult last = draft.Result.Series[^1];
        IEnumerable<PointResult> stated = last.Volume.Select(each => each.Stated)
            .Concat(last.Depth.Where(each => each.Direction == TravelDirection.Out).Select(each => each.Stated))
            .Concat(last.Occlusion.Select(each => each.Stated));
        return
        [
            .. stated.Where(each => each.Uncertainty is not null)
                .GroupBy(each => each.Point)
                .Select(point => point.MaxBy(each => Math.Abs(each.Error) + each.Uncertainty!.Expanded)!)
                .OrderBy(each => each.Nominal)
                .Select(each => new CertifiedPoint(
                    (long)each.Nominal,
                    (long)(each.Error < 0 ? Math.Floor(each.Error) : Math.Ceiling(each.Error)),
                    (long)Math.Ceiling(each.Uncertainty!.Expanded),
                    (long)each.Tolerance)),
        ];
    }
}
