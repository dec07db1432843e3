namespace MesoPen.Host.Records;

/// <summary>The first place where a journal is not what was written.</summary>
/// <param name="Sequence">Row at which it shows; 0 if it concerns the file as a whole.</param>
/// <param name="Reason">One sentence.</param>
public sealed record BrokenLink(long Sequence, string Reason);
