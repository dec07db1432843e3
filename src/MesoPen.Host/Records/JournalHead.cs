namespace MesoPen.Host.Records;

/// <summary>The last row of a journal. Whoever keeps the hash elsewhere can tell later whether the journal's end was cut off.</summary>
/// <param name="Sequence">Rows in the journal.</param>
/// <param name="Hash">Hash of the last row; <see cref="RecordChain.Genesis"/> if there is none.</param>
public readonly record struct JournalHead(long Sequence, string Hash);
