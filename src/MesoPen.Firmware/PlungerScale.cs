namespace MesoPen.Firmware;

/// <summary>
/// Converts between nanolitres and plunger steps in whole numbers, always downwards, so that a shot never exceeds its dose by
/// rounding.
/// </summary>
/// <param name="StepsPerMl">Steps per millilitre that the device was built with.</param>
/// <param name="Ppm">How many of them there are by calibration, millionths.</param>
internal readonly record struct PlungerScale(long StepsPerMl, uint Ppm = Adjustment.NominalPpm)
{
    private const long NlPerMl = 1_000_000;

    /// <summary>
    /// Most steps that move no more than this volume. Whole millilitres apart from the rest, so that nothing overflows.
    /// </summary>
    internal long StepsIn(long volumeNl) => Ppm == Adjustment.NominalPpm
        ? (volumeNl / NlPerMl * StepsPerMl) + (volumeNl % NlPerMl * StepsPerMl / NlPerMl)
        : (long)((Int128)volumeNl * StepsPerMl * Ppm / ((Int128)NlPerMl * Adjustment.NominalPpm));

    /// <summary>Volume of so many steps, nL, rounded down.</summary>
    internal long NlIn(long steps) => Ppm == Adjustment.NominalPpm
        ? (steps / StepsPerMl * NlPerMl) + (steps % StepsPerMl * NlPerMl / StepsPerMl)
        : (long)((Int128)steps * NlPerMl * Adjustment.NominalPpm / ((Int128)StepsPerMl * Ppm));
}
