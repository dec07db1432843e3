using System.Globalization;

namespace MesoPen.Simulator;

/// <summary>Whole nanograms or nanometres as decimals of a larger unit.</summary>
internal static class Decimals
{
    /// <summary>The value without its sign, with the digits that a resolution has.</summary>
    /// <param name="value">In base units.</param>
    /// <param name="resolution">A power of ten in base units.</param>
    /// <param name="unit">The larger unit, a power of ten in base units.</param>
    internal static string Of(long value, long resolution, long unit)
    {
        var places = 0;
        for (var step = unit; step > resolution; step /= 10)
        {
            places++;
        }

        return (Math.Abs(value) / (decimal)unit).ToString("F" + places.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
