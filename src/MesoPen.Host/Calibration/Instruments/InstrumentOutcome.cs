namespace MesoPen.Host.Calibration;

/// <summary>What came of an order to an instrument.</summary>
/// <param name="Problem">Why it was not done; <see cref="InstrumentProblem.None"/> if it was.</param>
/// <param name="Sentence">The problem and its remedy in one sentence; null if there is none.</param>
public sealed record InstrumentOutcome(InstrumentProblem Problem, string? Sentence);
