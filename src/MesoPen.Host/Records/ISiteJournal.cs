namespace MesoPen.Host.Records;

/// <summary>
/// The chained, append-only journal of a site, whichever database holds it. Rows are of two sorts: those of treatment sessions, whose stream is
/// the session's id, and those of the clinic, whose stream holds a slash (<c>patient/P-0001</c>).
/// </summary>
/// <remarks>Safe for several threads, and for several stations where the database is shared.</remarks>
public interface ISiteJournal : IAsyncDisposable
{
    /// <summary>Writes all of them or none, chained to what stands there, and returns the last row once they are durable.</summary>
    /// <param name="entries">What to write, in order.</param>
    /// <param name="lastClinicSequence">
    /// Sequence of the last clinic row that the writer knew when it decided; nothing is written if it is not the last. Null if the entries hang on
    /// nothing.
    /// </param>
    /// <param name="cancel">Gives up waiting. What was sent may have been written all the same.</param>
    /// <exception cref="JournalMovedException">Another station or thread wrote a clinic row meanwhile: read it and decide anew.</exception>
    /// <exception cref="RecordStoreException">The store cannot be written. Nothing was, unless it could not tell: the sentence says so.</exception>
    Task<JournalHead> AppendAsync(IReadOnlyList<RecordEntry> entries, long? lastClinicSequence, CancellationToken cancel);

    /// <summary>Clinic rows after a sequence, oldest first, at most <paramref name="most"/>.</summary>
    /// <exception cref="RecordStoreException">The store cannot be read.</exception>
    Task<IReadOnlyList<JournalRow>> ReadClinicAsync(long afterSequence, int most, CancellationToken cancel);

    /// <summary>All rows of one stream, oldest first; none if it is not known.</summary>
    /// <exception cref="RecordStoreException">The store cannot be read.</exception>
    Task<IReadOnlyList<JournalRow>> ReadStreamAsync(string stream, CancellationToken cancel);

    /// <summary>Rows of any sort after a sequence, oldest first, at most <paramref name="most"/>.</summary>
    /// <exception cref="RecordStoreException">The store cannot be read.</exception>
    Task<IReadOnlyList<JournalRow>> ReadAsync(long afterSequence, int most, CancellationToken cancel);

    /// <summary>The last row; sequence 0 and zeros for an empty journal.</summary>
    /// <exception cref="RecordStoreException">The store cannot be read.</exception>
    Task<JournalHead> HeadAsync(CancellationToken cancel);
}
