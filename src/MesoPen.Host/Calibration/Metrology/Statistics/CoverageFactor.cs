using MathNet.Numerics.Distributions;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>The factor that makes an expanded uncertainty of a standard one (JCGM 100:2008, annex G).</summary>
public static class CoverageFactor
{
    /// <summary>Two-sided quantile of Student's t.</summary>
    /// <param name="coverage">Coverage probability, 0 to 1.</param>
    /// <param name="freedom">Effective degrees of freedom, not rounded; null for infinitely many.</param>
    public static double Of(double coverage, double? freedom)
    {
        if (!(coverage is > 0 and < 1) || freedom <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(coverage), "Coverage lies between 0 and 1; degrees of freedom are positive.");
        }

        double upper = (1 + coverage) / 2;
        return freedom is { } finite ? StudentT.InvCDF(0, 1, finite, upper) : Normal.InvCDF(0, 1, upper);
    }
}
