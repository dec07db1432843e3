namespace MesoPen.Host.Calibration.Metrology;

/// <summary>Where a device was found right.</summary>
internal static class RangeEvaluation
{
    /// <summary>The widest run of neighbouring values of which every statement passes; null if there is none.</summary>
    /// <param name="points">Statements; several may be of one value (needles of a head).</param>
    public static CalibratedRange? Of(IEnumerable<PointResult> points)
    {
        CalibratedRange? widest = null;
        List<PointResult> run = [];
        foreach (IGrouping<double, PointResult> value in points.GroupBy(each => each.Nominal).OrderBy(each => each.Key))
        {
            if (value.Any(each => each.Verdict is not (Verdict.Pass or Verdict.ConditionalPass)))
            {
                run.Clear();
                continue;
            }

            run.AddRange(value);
            CalibratedRange range = new(
                (long)run[0].Nominal, (long)run[^1].Nominal, run.Max(each => each.Uncertainty?.Expanded ?? 0));
            if (widest is null || range.Maximum - range.Minimum > widest.Maximum - widest.Minimum)
            {
                widest = range;
            }
        }

        return widest;
    }
}
