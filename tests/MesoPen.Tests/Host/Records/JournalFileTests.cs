using MesoPen.Host.Input;
using MesoPen.Host.Records;
using MesoPen.Tests.Protocol;

namespace MesoPen.Tests.Host.Records;

public sealed class JournalFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Db => _folder.File("journal.db");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("PRAGMA user_version = 3", "The journal has version 3, and this program knows versions up to 2: use a newer program.")]
    [InlineData("PRAGMA user_version = 2147483647", "The journal has version 2147483647, and this program knows versions up to 2: use a newer program.")]
    [InlineData("PRAGMA user_version = 0", "The journal says that it has version 0, which never was: restore it from a copy.")]
    [InlineData("PRAGMA application_id = 7", "This is a database, but not a MesoPen journal: check the folder given with --data.")]
    [Trait("Requirement", "SR-094")]
    public void Journal_of_another_kind_is_refused_unchanged(string sql, string sentence)
    {
        // Aim: a file from the future, or somebody else's, is named as such and not touched.
        MakeJournal(3);
        using (RawJournal other = new(_folder.Path))
        {
            other.Execute(sql);
        }

        AssertRefusedUnchanged(sentence);
    }

    [Fact]
    public void Journal_without_its_columns_is_refused_unchanged()
    {
        // Aim: the right version number on a wrong table is not believed.
        MakeJournal(1);
        using (RawJournal other = new(_folder.Path))
        {
            other.Execute("ALTER TABLE journal RENAME COLUMN body TO content");
        }

        byte[] before = File.ReadAllBytes(Db);
        Assert.ThrowsAny<Exception>(() => SqliteJournal.Open(_folder.Path).Dispose());
        Assert.Equal(before, File.ReadAllBytes(Db));
    }

    [Theory]
    [InlineData("", "The journal is empty, so it was cut off: restore it from a copy.")]
    [InlineData(
        "This is a shopping list, not a database; it is long enough to be taken for one at first sight, though: bread, butter, needles.",
        "The journal is damaged or is not a journal (SQLite 26): restore it from a copy.")]
    public void Text_in_place_of_the_journal_is_refused_unchanged(string content, string sentence)
    {
        // Aim: an empty or foreign file is not overwritten with a new journal.
        File.WriteAllText(Db, content);
        AssertRefusedUnchanged(sentence);
    }

    [Fact]
    public void Folder_in_place_of_the_journal_is_refused()
    {
        // Aim: unreadable in another way: a folder with the journal's name.
        Directory.CreateDirectory(Db);
        AssertRefused(() => JournalReader.Open(_folder.Path).Dispose());
        AssertRefused(() => SqliteJournal.Open(_folder.Path).Dispose());
    }

    [Fact]
    public void File_in_place_of_the_data_folder_is_refused()
    {
        // Aim: --data that names a file says so.
        string file = _folder.File("data");
        File.WriteAllText(file, "x");
        InputException refused = Assert.Throws<InputException>(() => SqliteJournal.Open(file));
        Assert.Equal("This is a file, and --data names a folder.", refused.Sentence);
    }

    [Fact]
    public void Reader_of_an_empty_folder_makes_nothing()
    {
        // Aim: looking does not create.
        InputException refused = Assert.Throws<InputException>(() => JournalReader.Open(_folder.Path));
        Assert.StartsWith("There is no journal here", refused.Sentence, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Log_without_its_journal_is_refused()
    {
        // Aim: a new journal beside an old log would swallow the old rows or be swallowed by them.
        File.WriteAllBytes(Db + "-wal", new byte[100]);
        InputException refused = Assert.Throws<InputException>(() => SqliteJournal.Open(_folder.Path));
        Assert.StartsWith("The journal is missing but its journal.db-wal is here", refused.Sentence, StringComparison.Ordinal);
        Assert.False(File.Exists(Db));
    }

    [Fact]
    public void Leftovers_of_a_start_that_was_cut_short_are_cleared()
    {
        // Aim: power lost while the very first journal was being made does not stop the next start.
        File.WriteAllText(Db + ".new", "half");
        File.WriteAllText(Db + ".new-journal", "half");
        MakeJournal(2);
        Assert.False(File.Exists(Db + ".new"));
    }

    [Fact]
    [Trait("Requirement", "SR-094")]
    public void Journal_cut_off_at_any_length_is_refused_or_whole()
    {
        // Aim: a truncated file is bad input, never another exception, and never taken for a shorter journal.
        MakeJournal(60);
        byte[] whole = File.ReadAllBytes(Db);
        Random random = TestSeed.Random();
        IEnumerable<int> lengths = Enumerable.Range(0, whole.Length / 1024).Select(step => step * 1024).Concat(Enumerable.Range(0, 40).Select(_ => random.Next(whole.Length)));
        foreach (int length in lengths)
        {
            File.WriteAllBytes(Db, whole[..length]);
            AssertRefusedUnchanged(null);
        }
    }

    [Fact]
    [Trait("Requirement", "SR-090")]
    public void Log_cut_off_at_any_length_leaves_a_whole_beginning()
    {
        // Aim: power lost in the middle of a write to the log: what opens afterwards is a beginning of what was written, whole batches, with
        // the chain in order, and goes on from there.
        byte[] db;
        byte[] wal;
        using (SqliteJournal journal = SqliteJournal.Open(_folder.Path))
        {
            for (int number = 1; number <= 40; number += 4)
            {
                journal.Append(Entries.Many(number, 4, padding: 300));
            }

            db = File.ReadAllBytes(Db);
            wal = File.ReadAllBytes(Db + "-wal");
        }

        Random random = TestSeed.Random();
        for (int trial = 0; trial < 60; trial++)
        {
            using TempFolder copy = new();
            int length = random.Next(wal.Length + 1);
            byte[] torn = wal[..length];
            if (trial % 2 == 1 && length > 40)
            {
                // The last sector may hold anything.
                random.NextBytes(torn.AsSpan(Math.Max(32, length - 512)));
            }

            File.WriteAllBytes(copy.File("journal.db"), db);
            File.WriteAllBytes(copy.File("journal.db-wal"), torn);
            using SqliteJournal journal = SqliteJournal.Open(copy.Path);
            Assert.Equal(0, journal.Head.Sequence % 4);
            journal.Append(Entries.Many((int)journal.Head.Sequence + 1, 4, padding: 300));
            using JournalReader reader = JournalReader.Open(copy.Path);
            Assert.Equal(new JournalVerdict(journal.Head, null), reader.Verify());
            Assert.Equal(Entries.Many(1, (int)journal.Head.Sequence, padding: 300).Select(entry => entry.Body), reader.Read().Select(row => row.Body));
        }
    }

    [Fact]
    [Trait("Requirement", "SR-091")]
    public void Journal_with_any_byte_changed_is_refused_found_or_unharmed()
    {
        // Aim: a disk that lies: whatever is flipped, the answer is one of ours, and changed contents are never taken for good ones.
        MakeJournal(30);
        byte[] whole = File.ReadAllBytes(Db);
        JournalRow[] rows;
        using (JournalReader reader = JournalReader.Open(_folder.Path))
        {
            rows = [.. reader.Read()];
        }

        Random random = TestSeed.Random();
        for (int trial = 0; trial < 400; trial++)
        {
            byte[] changed = [.. whole];
            for (int flips = 0; flips <= trial % 3; flips++)
            {
                changed[random.Next(changed.Length)] ^= (byte)random.Next(1, 256);
            }

            using TempFolder copy = new();
            File.WriteAllBytes(copy.File("journal.db"), changed);
            try
            {
                using JournalReader reader = JournalReader.Open(copy.Path);
                if (reader.Verify().Broken is null)
                {
                    Assert.Equal(rows, reader.Read());
                }

                reader.Sessions();
            }
            catch (Exception refused) when (refused is InputException or RecordStoreException)
            {
                Assert.DoesNotContain("\n", refused.Message, StringComparison.Ordinal);
            }
        }
    }

    private void MakeJournal(int rows)
    {
        using SqliteJournal journal = SqliteJournal.Open(_folder.Path);
        journal.Append(Entries.Many(1, rows, padding: 100));
    }

    private void AssertRefusedUnchanged(string? sentence)
    {
        byte[] before = File.ReadAllBytes(Db);
        string reading = WordOfReader();
        InputException writing = Assert.Throws<InputException>(() => SqliteJournal.Open(_folder.Path).Dispose());
        Assert.Equal(before, File.ReadAllBytes(Db));
        if (sentence is not null)
        {
            Assert.Equal(sentence, reading);
            Assert.Equal(sentence, writing.Sentence);
        }
    }

    private string WordOfReader()
    {
        try
        {
            using JournalReader reader = JournalReader.Open(_folder.Path);
            BrokenLink? broken = reader.Verify().Broken;
            Assert.NotNull(broken);
            return broken.Reason;
        }
        catch (InputException refused)
        {
            return refused.Sentence;
        }
    }

    private static void AssertRefused(Action action)
    {
        Exception refused = Assert.ThrowsAny<Exception>(action);
        Assert.True(refused is InputException or RecordStoreException, refused.ToString());
    }
}
