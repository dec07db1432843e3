namespace MesoPen.Host.Records;

/// <summary>
/// Batches whose commit gave no clear answer. With several writers on one journal, whoever comes next finds out whether they stand; the one whose
/// batch it was may come again with the same entries, and then they are not written twice.
/// </summary>
/// <remarks>
/// Entries are known again by identity, not by what they say: two writers may say the same. Not for several threads at once.
/// </remarks>
internal sealed class UnclearCommits
{
    private readonly List<Batch> _standing = [];
    private Batch? _open;

    /// <summary>The last row that there is if the unclear batch stands; null if nothing is unclear.</summary>
    public JournalHead? Open => _open?.Head;

    /// <summary>A commit was sent, and its answer did not come or was a failure.</summary>
    /// <param name="entries">What was to be written.</param>
    /// <param name="head">The last of these rows, if they stand.</param>
    public void Doubt(IReadOnlyList<RecordEntry> entries, JournalHead head)
    {
        if (entries.Count > 0)
        {
            _open = new Batch(entries, head);
        }
    }

    /// <summary>It is known now whether the unclear batch stands.</summary>
    public void Settle(bool stands)
    {
        if (stands && _open is { } batch)
        {
            _standing.Add(batch);
        }

        _open = null;
    }

    /// <summary>How many entries at the beginning of these stand already, and the last of them.</summary>
    public (int Count, JournalHead Head) Standing(IReadOnlyList<RecordEntry> entries)
    {
        (int count, JournalHead head) = (0, default);
        while (_standing.Find(batch => batch.Begins(entries, count)) is { } found)
        {
            count += found.Entries.Count;
            head = found.Head;
        }

        return (count, head);
    }

    /// <summary>The writer of these has its answer; they will not come again.</summary>
    public void Answered(IReadOnlyList<RecordEntry> entries)
    {
        int count = 0;
        while (_standing.FindIndex(batch => batch.Begins(entries, count)) is var found and >= 0)
        {
            count += _standing[found].Entries.Count;
            _standing.RemoveAt(found);
        }
    }

    private sealed record Batch(IReadOnlyList<RecordEntry> Entries, JournalHead Head)
    {
        public bool Begins(IReadOnlyList<RecordEntry> others, int from)
        {
            if (Entries.Count > others.Count - from)
            {
                return false;
            }

            for (int index = 0; index < Entries.Count; index++)
            {
                if (!ReferenceEquals(Entries[index], others[from + index]))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
