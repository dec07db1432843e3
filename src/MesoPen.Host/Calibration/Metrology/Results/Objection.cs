namespace MesoPen.Host.Calibration.Metrology;

/// <summary>Something that speaks against a certificate, or should be said in it.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Subject">What it is about: an instrument's id, a point's index, a quantity.</param>
/// <param name="Text">A sentence, in English.</param>
/// <param name="Blocks">Whether no certificate may be issued.</param>
public sealed record Objection(ObjectionKind Kind, string Subject, string Text, bool Blocks);
