namespace MesoPen.Host.Clinic.Treatments;

/// <summary>Asks to note what was seen during a session.</summary>
/// <param name="Text">What was seen.</param>
/// <param name="Zone">Zone id; null if it is of no one zone.</param>
public sealed record NoteReaction(string Text, string? Zone = null);
