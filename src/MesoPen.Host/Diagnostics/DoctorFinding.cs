namespace MesoPen.Host.Diagnostics;

/// <summary>The outcome of one check.</summary>
/// <param name="Check">Which check, one word.</param>
/// <param name="Verdict">How it came out.</param>
/// <param name="Sentence">What was seen.</param>
/// <param name="Remedy">What to do, with the command to type; null if nothing.</param>
public sealed record DoctorFinding(string Check, DoctorVerdict Verdict, string Sentence, string? Remedy = null);
