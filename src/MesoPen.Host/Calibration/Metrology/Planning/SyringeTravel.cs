using System.Globalization;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>
/// Whether a dose from a syringe is one that was calibrated: by the travel of the plunger, which is what the machine does, and not by the
/// volume, which a wider syringe makes of less travel.
/// </summary>
/// <param name="TravelUm">Travel for one shot, µm.</param>
/// <param name="LeastUm">Least travel for one shot at which the device was found right, µm.</param>
/// <param name="IsAllowed">Whether the dose may be given.</param>
/// <param name="Text">Why not, in a sentence; null if it may.</param>
public sealed record SyringeTravel(double TravelUm, double LeastUm, bool IsAllowed, string? Text)
{
    /// <summary>Holds a dose and a syringe against a calibration.</summary>
    /// <param name="doseNl">Dose of one shot, nL.</param>
    /// <param name="nlPerMm">Volume of the syringe for a millimetre of travel, nL.</param>
    /// <param name="range">Range that was calibrated, nL.</param>
    /// <param name="calibratedNlPerMm">The same of the syringe that it was calibrated with.</param>
    public static SyringeTravel Of(long doseNl, long nlPerMm, CalibratedRange range, long calibratedNlPerMm)
    {
        ArgumentNullException.ThrowIfNull(range);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(nlPerMm);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(calibratedNlPerMm);
        double travel = 1000.0 * doseNl / nlPerMm;
        double least = 1000.0 * range.Minimum / calibratedNlPerMm;

        // In whole numbers: a dose at the very edge is not refused for a rounding.
        bool isAllowed = (Int128)doseNl * calibratedNlPerMm >= (Int128)range.Minimum * nlPerMm;
        return new SyringeTravel(travel, least, isAllowed, isAllowed ? null : Sentence(travel, least));
    }

    private static string Sentence(double travel, double least) => string.Create(
        CultureInfo.InvariantCulture,
        $"One shot moves the plunger by {travel:0.#} µm; the device was found right from {least:0.#} µm on. " +
        $"Take a narrower syringe or a larger dose.");
}
