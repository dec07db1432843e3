using System.Collections.Immutable;
using MesoPen.Host.Calibration.Metrology;

namespace MesoPen.Host.Calibration;

/// <summary>The control chart over the certificates of a device: whether its error is still what it was since it was adjusted last.</summary>
public static class CertificateDrift
{
    /// <summary>What speaks against a certificate; null if nothing does.</summary>
    /// <param name="certificates">The site's.</param>
    /// <param name="counts">The one in force.</param>
    public static ControlVerdict? Of(CertificatesState certificates, IssuedCertificate counts)
    {
        ArgumentNullException.ThrowIfNull(certificates);
        ArgumentNullException.ThrowIfNull(counts);
        // An adjustment is another process: what was found before it says nothing about what comes after.
        ImmutableArray<IssuedCertificate> since =
        [
            .. certificates.Of(counts.Serial, counts.Kind).Where(each => !each.Revoked)
                .Reverse().TakeWhile(each => each.Scale == counts.Scale).Reverse(),
        ];
        return counts.Points.Select(point => At(point, since)).FirstOrDefault(each => each is not null);
    }

    /// <summary>The newest value alone is judged: what was out before and came back was somebody's to look into then.</summary>
    private static ControlVerdict? At(CertifiedPoint point, ImmutableArray<IssuedCertificate> certificates)
    {
        ImmutableArray<double> errors =
            [.. certificates.SelectMany(each => each.Points.Where(stated => stated.Nominal == point.Nominal).Select(stated => (double)stated.Error))];
        if (ControlCharts.IndividualsOf(errors) is not { } chart || Math.Abs(errors[^1] - chart.Center) <= point.Expanded)
        {
            // A difference that the measurement itself cannot tell is none of the device's.
            return null;
        }

        return chart.Breaks.FirstOrDefault(each => each.Index == errors.Length - 1) is { } broken
            ? new ControlVerdict(DateOnly.FromDateTime(certificates[^1].IssuedAt.UtcDateTime), Words(broken.Rule), point.Nominal)
            : null;
    }

    private static string Words(ChartRule rule) => rule switch
    {
        ChartRule.BeyondThreeSigma => "one value is beyond three sigma",
        ChartRule.TwoOfThreeBeyondTwoSigma => "two of three values are beyond two sigma on one side",
        ChartRule.FourOfFiveBeyondOneSigma => "four of five values are beyond one sigma on one side",
        ChartRule.EightOnOneSide => "eight values are on one side of their mean",
        ChartRule.SixInATrend => "six values follow one another in one direction",
        _ => "two neighbouring values are further apart than their range allows",
    };
}
