using MesoPen.Host.Records;

namespace MesoPen.Tests.Host.Records;

public sealed class RecordChainTests
{
    [Fact]
    public void Hash_of_two_documented_rows_is_the_documented_one()
    {
        // Aim: the byte form is the one of docs/records.md, not merely one that this program agrees on with itself. The values were
        // computed by another program from that page.
        const string First = "580cacfa03869aa1af9426782a495dc5205d3fd076f31d9d79c51435203bfe5b";
        const string Second = "ca8bcfa21a14a1ebba1ff66840dede9c49e4f863a2277f760b14fc1662fdabc3";

        Assert.Equal(First, RecordChain.Hash(
            RecordChain.Genesis, 1, new RecordEntry("2031-05-06-a", 1_936_000_000_000, "session-opened", """{"plan":"demo-short"}""")));
        Assert.Equal(Second, RecordChain.Hash(
            First, 2, new RecordEntry("2031-05-06-a", 1_936_000_000_250, "decision", """{"what":"armed","text":"décolletage"}""")));

        string page = Protocol.RepositoryFile.ReadAllText("docs/records.md");
        Assert.Contains(First, page, StringComparison.Ordinal);
        Assert.Contains(Second, page, StringComparison.Ordinal);
    }

    [Fact]
    public void Hash_of_a_row_changed_anywhere_differs()
    {
        // Aim: no column is left out of the hash, and no character can move from one column to the next without being seen.
        RecordEntry entry = new("ab", 12, "cd", "{}");
        string hash = RecordChain.Hash(RecordChain.Genesis, 1, entry);
        RecordEntry[] changed =
        [
            entry with { Stream = "abc", Kind = "d" }, entry with { Stream = "a", Kind = "bcd" }, entry with { Stream = "ac" },
            entry with { AtUnixMs = 13 }, entry with { Kind = "ce" }, entry with { Body = "{ }" }, entry with { Kind = "cd{", Body = "}" },
        ];

        Assert.All(changed, other => Assert.NotEqual(hash, RecordChain.Hash(RecordChain.Genesis, 1, other)));
        Assert.NotEqual(hash, RecordChain.Hash(RecordChain.Genesis, 2, entry));
        Assert.NotEqual(hash, RecordChain.Hash(hash, 1, entry));
    }

    [Fact]
    public void Hash_of_text_that_utf8_cannot_hold_is_refused()
    {
        // Aim: what is hashed is what is stored; half a surrogate pair would be stored as something else.
        Assert.ThrowsAny<ArgumentException>(() => RecordChain.Hash(RecordChain.Genesis, 1, new RecordEntry("s", 0, "k", "\"\ud83d\"")));
    }
}
