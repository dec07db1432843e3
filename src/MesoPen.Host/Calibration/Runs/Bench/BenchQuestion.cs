namespace MesoPen.Host.Calibration;

/// <summary>What a person at the bench is asked.</summary>
/// <param name="Number">Counts questions: an answer names the one that it is to, so that it cannot be taken for the next one's.</param>
/// <param name="Wants">What would answer it.</param>
/// <param name="Sentence">What to do.</param>
public sealed record BenchQuestion(int Number, BenchWants Wants, string Sentence);
