using System.Globalization;

namespace MesoPen.Host.Records;

/// <summary>Walks along a journal from its first row and finds the first one that is not as it was written.</summary>
internal sealed class ChainCheck
{
    private readonly string? _kept;
    private bool _keptSeen;

    /// <param name="kept">A hash kept elsewhere from an earlier time, which must stand in the chain; null if there is none.</param>
    public ChainCheck(string? kept)
    {
        _kept = kept;
        See(RecordChain.Genesis);
    }

    /// <summary>The last row that was right.</summary>
    public JournalHead Head { get; private set; } = new(0, RecordChain.Genesis);

    /// <summary>The first row that is wrong; null so far.</summary>
    public BrokenLink? Broken { get; private set; }

    /// <summary>What is to be said at the end of a chain that is right but does not hold the kept hash.</summary>
    public BrokenLink? HeadMissing => _kept is null || _keptSeen
        ? null
        : new BrokenLink(Head.Sequence + 1, "The given head is not in the journal: rows were cut off its end, or it is another journal.");

    /// <summary>Checks the next row. False if the walk is over.</summary>
    public bool Take(JournalRow row)
    {
        Broken = Check(row);
        if (Broken is not null)
        {
            return false;
        }

        Head = new JournalHead(row.Sequence, row.Hash);
        See(row.Hash);
        return true;
    }

    private BrokenLink? Check(JournalRow row)
    {
        if (row.Sequence <= Head.Sequence)
        {
            return new BrokenLink(Head.Sequence + 1, string.Create(CultureInfo.InvariantCulture,
                $"After row {Head.Sequence} comes row {row.Sequence} again: it stands twice or was put in."));
        }

        if (row.Sequence != Head.Sequence + 1)
        {
            return new BrokenLink(Head.Sequence + 1, string.Create(CultureInfo.InvariantCulture,
                $"Row {Head.Sequence + 1} is missing: after row {Head.Sequence} comes row {row.Sequence}."));
        }

        if (row.PreviousHash != Head.Hash)
        {
            return new BrokenLink(row.Sequence, "Its previous hash is not the hash of the row before: that row or this one was replaced.");
        }

        return row.Hash == RecordChain.Hash(row)
            ? null
            : new BrokenLink(row.Sequence, "Its hash does not fit its contents: the row was changed after it was written.");
    }

    private void See(string hash) => _keptSeen |= string.Equals(_kept, hash, StringComparison.OrdinalIgnoreCase);
}
