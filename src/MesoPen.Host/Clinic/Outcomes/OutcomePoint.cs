namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>One value of a series.</summary>
/// <param name="Day">Day of the measurement.</param>
/// <param name="Value">The value, with the digits that the instrument showed.</param>
/// <param name="OutcomeId">The outcome that it is.</param>
/// <param name="SessionId">Session that it belongs to; null for none.</param>
public sealed record OutcomePoint(DateOnly Day, string Value, string OutcomeId, string? SessionId);
