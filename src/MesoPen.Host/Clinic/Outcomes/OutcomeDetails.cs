namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>One measured value, as it was read: what an outcome states.</summary>
/// <param name="Zone">Zone of the skin, as in the zone catalogue.</param>
/// <param name="Measure">What was measured.</param>
/// <param name="Value">
/// The value as a decimal in text, with the digits that the instrument showed: <c>41.30</c>. Text, because a binary fraction would add digits.
/// </param>
/// <param name="Unit">Unit as UCUM writes it; those of <see cref="OutcomeUnits"/>.</param>
/// <param name="Day">Day of the measurement.</param>
/// <param name="Instrument">Instrument; needed for everything but a score.</param>
/// <param name="ScoreName">Name of the score; only for a score.</param>
/// <param name="SessionId">Session that it belongs to; null for none.</param>
/// <param name="Note">What else is to be said; null for nothing.</param>
public sealed record OutcomeDetails(
    string Zone,
    Measure Measure,
    string Value,
    string Unit,
    DateOnly Day,
    string? Instrument = null,
    string? ScoreName = null,
    string? SessionId = null,
    string? Note = null);
