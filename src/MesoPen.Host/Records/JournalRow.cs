namespace MesoPen.Host.Records;

/// <summary>One row of the journal as it stands in the file.</summary>
/// <param name="Sequence">1 for the first row, one more for each after it.</param>
/// <param name="Stream">What it belongs to: the id of a treatment session, or of something of the clinic, such as <c>patient/P-0001</c>.</param>
/// <param name="AtUnixMs">Wall clock of the host when it was decided, ms since 1970-01-01 UTC.</param>
/// <param name="Kind">What it is, one word.</param>
/// <param name="Body">JSON object.</param>
/// <param name="PreviousHash">Hash of the row before, 64 lower-case hexadecimal digits; zeros for the first row.</param>
/// <param name="Hash">Hash of this row: see <see cref="RecordChain"/>.</param>
public sealed record JournalRow(
    long Sequence, string Stream, long AtUnixMs, string Kind, string Body, string PreviousHash, string Hash)
{
    /// <summary>The station that wrote the row to its own journal first and delivered it; null for a row that was written here.</summary>
    public string? Station { get; init; }

    /// <summary>Sequence of the row in that station's journal.</summary>
    public long? StationSequence { get; init; }

    /// <summary>What was asked to be written.</summary>
    public RecordEntry Entry => new(Stream, AtUnixMs, Kind, Body);
}
