namespace MesoPen.Host.Records;

/// <summary>One line of the journal: an intent, a shot, a decision. Never changed once written.</summary>
/// <param name="Stream">What it belongs to: the id of a treatment session, or of something of the clinic, such as <c>patient/P-0001</c>.</param>
/// <param name="AtUnixMs">Wall clock of the host when it was decided, ms since 1970-01-01 UTC.</param>
/// <param name="Kind">What it is, one word: see docs/architecture.md.</param>
/// <param name="Body">JSON object; its form depends on the kind.</param>
public sealed record RecordEntry(string Stream, long AtUnixMs, string Kind, string Body);
