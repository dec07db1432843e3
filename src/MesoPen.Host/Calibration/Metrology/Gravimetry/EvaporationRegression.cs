namespace MesoPen.Host.Calibration.Metrology;

/// <summary>
/// The rate of evaporation from blanks: a straight line through the origin, loss against duration. Each blank's loss has the same scatter (two
/// readings), so that a blank counts by the square of its duration.
/// </summary>
public static class EvaporationRegression
{
    private const double NgPerMg = 1e6;
    private const double MsPerHour = 3.6e6;

    /// <summary>Rate and uncertainty; null without a blank that lasted.</summary>
    /// <param name="blanks">Weighings without shots.</param>
    /// <param name="resolutionNg">Smallest step of the balance, ng: less scatter than its two roundings bring is not believed.</param>
    public static Evaporation? Of(IEnumerable<WeighingReading> blanks, long resolutionNg)
    {
        (double Hours, double LossMg)[] lost =
        [
            .. blanks.Where(each => each.AfterAtUnixMs > each.BeforeAtUnixMs).Select(each => (Hours(each), (each.BeforeNg - each.AfterNg) / NgPerMg)),
        ];
        if (lost.Length == 0)
        {
            return null;
        }

        double squares = lost.Sum(each => each.Hours * each.Hours);
        double rate = lost.Sum(each => each.Hours * each.LossMg) / squares;
        double rounding = resolutionNg / NgPerMg / Math.Sqrt(6);
        if (lost.Length == 1)
        {
            // One blank shows no scatter: nothing is known but the size of what it shows.
            return new Evaporation(rate, Math.Max(Math.Abs(rate), rounding / Math.Sqrt(squares)), null, 1);
        }

        double scatter = Math.Sqrt(lost.Sum(each => Math.Pow(each.LossMg - (rate * each.Hours), 2)) / (lost.Length - 1));
        return scatter > rounding
            ? new Evaporation(rate, scatter / Math.Sqrt(squares), lost.Length - 1, lost.Length)
            : new Evaporation(rate, rounding / Math.Sqrt(squares), null, lost.Length);
    }

    /// <summary>Duration of a weighing, h.</summary>
    /// <param name="weighing">A weighing.</param>
    public static double Hours(WeighingReading weighing) => (weighing.AfterAtUnixMs - weighing.BeforeAtUnixMs) / MsPerHour;
}
