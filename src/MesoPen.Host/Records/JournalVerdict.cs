namespace MesoPen.Host.Records;

/// <summary>What a check of the whole journal found.</summary>
/// <param name="Head">The last row that was checked.</param>
/// <param name="Broken">The first broken link; null if every row is as it was written.</param>
public sealed record JournalVerdict(JournalHead Head, BrokenLink? Broken);
