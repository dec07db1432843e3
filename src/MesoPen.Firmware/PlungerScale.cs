namespace MesoPen.Firmware;

/// <summary>
/// Converts between nanolitres and plunger steps in whole numbers, always downwards, so that a shot never exceeds its dose by
/// rounding.
/// </summary>
/// <param name="stepsPerMl">Steps per millilitre, by calibration.</param>
internal readonly struct PlungerScale(long stepsPerMl)
{
    private const long NlPerMl = 1_000_000;

    /// <summary>
    /// Most steps that move no more than this volume. Whole millilitres apart from the rest, so that nothing overflows.
    /// </summary>
    internal long StepsIn(long volumeNl) => (volumeNl / NlPerMl * stepsPerMl) + (volumeNl % NlPerMl * stepsPerMl / NlPerMl);

    /// <summary>Volume of so many steps, nL, rounded down.</summary>
    internal long NlIn(long steps) => (steps / stepsPerMl * NlPerMl) + (steps % stepsPerMl * NlPerMl / stepsPerMl);
}
