using System.Globalization;
using MesoPen.Host.Records;

namespace MesoPen.Tests.Host.Records;

public sealed class JournalVerifyTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public JournalVerifyTests()
    {
        using SqliteJournal journal = SqliteJournal.Open(_folder.Path);
        journal.Append(Entries.Many(1, 10));
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("UPDATE journal SET body = '{}' WHERE sequence = 4", 4, "Its hash does not fit")]
    [InlineData("UPDATE journal SET stream = 'session-x' WHERE sequence = 4", 4, "Its hash does not fit")]
    [InlineData("UPDATE journal SET at_unix_ms = at_unix_ms + 1 WHERE sequence = 10", 10, "Its hash does not fit")]
    [InlineData("UPDATE journal SET kind = 'shot' WHERE sequence = 1", 1, "Its hash does not fit")]
    [InlineData("UPDATE journal SET hash = replace(hash, substr(hash, 1, 1), 'g') WHERE sequence = 7", 7, "Its hash does not fit")]
    [InlineData("UPDATE journal SET previous_hash = hash WHERE sequence = 7", 7, "Its previous hash is not")]
    [InlineData("DELETE FROM journal WHERE sequence = 5", 5, "Row 5 is missing: after row 4 comes row 6.")]
    [InlineData("DELETE FROM journal WHERE sequence <= 2", 1, "Row 1 is missing: after row 0 comes row 3.")]
    [InlineData("UPDATE journal SET sequence = 99 WHERE sequence = 8; UPDATE journal SET sequence = 8 WHERE sequence = 9; UPDATE journal SET sequence = 9 WHERE sequence = 99", 8, "Its previous hash is not")]
    [Trait("Requirement", "SR-091")]
    public void Change_is_found_at_its_row(string sql, long sequence, string reason)
    {
        // Aim: whoever changes, removes or swaps rows, with the triggers out of the way, is found at the first row that shows it.
        Tamper(sql);

        BrokenLink? broken = Verify(null).Broken;
        Assert.NotNull(broken);
        Assert.Equal(sequence, broken.Sequence);
        Assert.StartsWith(reason, broken.Reason, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "SR-091")]
    public void Row_replaced_with_its_own_hash_made_right_is_found_at_the_next()
    {
        // Aim: making one row's hash right again is not enough: the next row keeps the old one.
        using JournalReader reader = JournalReader.Open(_folder.Path);
        JournalRow row = reader.Read()[3] with { Body = "{}" };
        Tamper(string.Create(CultureInfo.InvariantCulture, $"UPDATE journal SET body = '{row.Body}', hash = '{RecordChain.Hash(row)}' WHERE sequence = 4"));

        Assert.Equal(5, Verify(null).Broken?.Sequence);
    }

    [Fact]
    [Trait("Requirement", "SR-091")]
    public void Tail_cut_off_is_found_with_a_head_kept_elsewhere_and_only_then()
    {
        // Aim: a chain cannot show that its end is gone; a head that somebody kept can.
        string head = Verify(null).Head.Hash;
        Assert.Null(Verify(head).Broken);
        Tamper("DELETE FROM journal WHERE sequence > 8");

        Assert.Null(Verify(null).Broken);
        BrokenLink? broken = Verify(head.ToUpperInvariant()).Broken;
        Assert.NotNull(broken);
        Assert.Equal(9, broken.Sequence);
        Assert.Contains("cut off", broken.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Head_kept_before_the_journal_grew_still_holds()
    {
        // Aim: a head written down after one session is good for every later check.
        string early = Verify(null).Head.Hash;
        using (SqliteJournal journal = SqliteJournal.Open(_folder.Path))
        {
            journal.Append(Entries.Many(11, 5));
        }

        Assert.Null(Verify(early).Broken);
        Assert.Null(Verify(RecordChain.Genesis).Broken);
        Assert.NotNull(Verify(new string('a', 64)).Broken);
    }

    [Fact]
    [Trait("Requirement", "SR-094")]
    public void Writer_refuses_a_journal_that_is_not_as_it_was_written()
    {
        // Aim: nothing is ever appended to a broken chain, and the file is left as it is.
        Tamper("UPDATE journal SET body = '{}' WHERE sequence = 4");
        byte[] before = File.ReadAllBytes(_folder.File("journal.db"));

        MesoPen.Host.Input.InputException refused = Assert.Throws<MesoPen.Host.Input.InputException>(() => SqliteJournal.Open(_folder.Path));
        Assert.Contains("from row 4 on", refused.Sentence, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_folder.File("journal.db")));
    }

    private void Tamper(string sql)
    {
        using RawJournal other = new(_folder.Path);
        other.DropTriggers();
        other.Execute(sql);
    }

    private JournalVerdict Verify(string? head)
    {
        using JournalReader reader = JournalReader.Open(_folder.Path);
        return reader.Verify(head);
    }
}
