namespace MesoPen.Host.Calibration;

/// <summary>How a run of the bench ended.</summary>
/// <param name="Outcome">Why it rests.</param>
/// <param name="Sentence">What happened and what to do; null if there is nothing to say.</param>
public sealed record BenchEnd(BenchOutcome Outcome, string? Sentence);
