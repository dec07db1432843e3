namespace MesoPen.Host.Calibration;

/// <summary>What a person at the bench is asked.</summary>
/// <param name="Wants">What would answer it.</param>
/// <param name="Sentence">What to do.</param>
public sealed record BenchQuestion(BenchWants Wants, string Sentence);
