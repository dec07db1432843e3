namespace MesoPen.Host.Records;

/// <summary>One treatment session as the journal holds it.</summary>
/// <param name="Session">Session id.</param>
/// <param name="FirstAtUnixMs">Time of its first row, ms since 1970-01-01 UTC.</param>
/// <param name="LastAtUnixMs">Time of its last row, ms since 1970-01-01 UTC.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="LastKind">Kind of its last row.</param>
/// <param name="LastBody">Body of its last row.</param>
public sealed record SessionSummary(
    string Session, long FirstAtUnixMs, long LastAtUnixMs, long Rows, string LastKind, string LastBody);
