using System.Globalization;
using System.IO.Compression;
using MesoPen.Host.Cli;
using MesoPen.Host.Records;
using MesoPen.Tests.Protocol;
using MesoPen.Tests.Time;

namespace MesoPen.Tests.Host.Records;

public sealed class BackupTests(PrivatePostgres postgres) : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string File => _folder.File("site.backup");

    private string Data => _folder.File("data");

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task Folder_in_use_is_copied_and_put_back_with_every_row()
    {
        // Aim: a copy made while rows are appended is one moment of the journal, whole and chained; put back elsewhere it goes on from there.
        using SqliteSiteJournal journal = SqliteSiteJournal.Open(Data);
        journal.Append(Entries.Many(1, 50));
        using CancellationTokenSource enough = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task writer = Task.Run(() =>
        {
            for (int number = 51; !enough.IsCancellationRequested; number++)
            {
                journal.Append([Entries.One(number)]);
            }
        });
        Assert.Equal(0, await Run("backup", "create", File, "--data", Data));
        await enough.CancelAsync();
        await writer;
        Assert.Equal(0, await Run("backup", "verify", File));
        Assert.Equal(0, await Run("backup", "restore", File, "--data", _folder.File("restored")));

        using SqliteSiteJournal restored = SqliteSiteJournal.Open(_folder.File("restored"));
        IReadOnlyList<JournalRow> rows = await restored.ReadAsync(0, int.MaxValue, Cancel);
        Assert.InRange(rows.Count, 50, int.MaxValue);
        Assert.Equal(await journal.ReadAsync(0, rows.Count, Cancel), rows);
        restored.Append([Entries.One(9999)]);
    }

    [Fact]
    public async Task Database_is_copied_and_put_back_with_every_column()
    {
        // Aim: rows of stations and of the clinic come back with the same hashes, and the restored journal goes on.
        string database = await postgres.DatabaseAsync();
        await using PostgresSiteJournal journal = PostgresSiteJournal.At(database);
        await journal.AppendAsync([new RecordEntry("patient/P-0001", -1, "patient-registered", """{"note":"décolletage \u0000 <&> 針"}""")], 0, Cancel);
        JournalRow[] own = [.. Entries.Many(1, 2500).Select((entry, index) => new JournalRow(index + 1, entry.Stream, entry.AtUnixMs, entry.Kind, entry.Body, "", ""))];
        await journal.DeliverAsync("room-1", 0, own, _ => Task.FromResult<JournalRow?>(null), Cancel);
        string other = await postgres.DatabaseAsync();

        Assert.Equal(0, await Run("backup", "create", File, "--database", database));
        Assert.Equal(0, await Run("backup", "verify", File));
        Assert.Equal(0, await Run("backup", "restore", File, "--database", other));

        await using PostgresSiteJournal restored = PostgresSiteJournal.At(other);
        Assert.Equal(await journal.ReadAsync(0, int.MaxValue, Cancel), await restored.ReadAsync(0, int.MaxValue, Cancel));
        Assert.Equal(2502, (await restored.AppendAsync([Entries.One(1, "patient/P-0001")], 1, Cancel)).Sequence);
        Assert.Equal(2, await Run("backup", "restore", File, "--database", other));
        Assert.Contains("holds records already", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, await Run("backup", "restore", File, "--data", _folder.File("folder")));
        Assert.Contains("backup of a database", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_of_a_single_station_moves_to_a_database()
    {
        // Aim: a clinic that gets a second station takes its records along: a folder's backup goes into a database, every hash the same.
        using SqliteSiteJournal journal = SqliteSiteJournal.Open(Data);
        journal.Append([Entries.One(1, "patient/P-0001"), .. Entries.Many(2, 10)]);
        string database = await postgres.DatabaseAsync();
        Assert.Equal(0, await Run("backup", "create", File, "--data", Data));
        Assert.Equal(0, await Run("backup", "restore", File, "--database", database));
        await using PostgresSiteJournal restored = PostgresSiteJournal.At(database);
        Assert.Equal(await journal.ReadAsync(0, 100, Cancel), await restored.ReadAsync(0, 100, Cancel));
    }

    [Fact]
    public async Task Nothing_is_written_over()
    {
        // Aim: a backup that exists and a folder that holds something are left as they are.
        SqliteJournal.Open(Data).Dispose();
        await System.IO.File.WriteAllTextAsync(File, "precious", Cancel);
        Assert.Equal(2, await Run("backup", "create", File, "--data", Data));
        Assert.Equal("precious", await System.IO.File.ReadAllTextAsync(File, Cancel));
        Assert.Equal(0, await Run("backup", "create", _folder.File("other.backup"), "--data", Data));
        Assert.Equal(2, await Run("backup", "restore", _folder.File("other.backup"), "--data", Data));
        Assert.Contains("into a new or an empty folder", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, await Run("backup", "create", _folder.File("third.backup"), "--data", Data, "--database", "Host=localhost"));
        Assert.Equal(2, await Run("backup", "create", _folder.File("third.backup")));
        Assert.False(System.IO.File.Exists(_folder.File("third.backup")));
    }

    [Fact]
    [Trait("Requirement", "SR-091")]
    public async Task Backup_with_any_byte_changed_is_refused_or_unharmed()
    {
        // Aim: a backup that lay on a bad disk is found out before it is put anywhere, whichever byte it is, or is whole all the same; never an
        // exception, never half a folder.
        using (SqliteJournal journal = SqliteJournal.Open(Data))
        {
            journal.Append(Entries.Many(1, 30));
        }

        Assert.Equal(0, await Run("backup", "create", File, "--data", Data));
        byte[] whole = await System.IO.File.ReadAllBytesAsync(File, Cancel);
        Random random = TestSeed.Random();
        for (int trial = 0; trial < 150; trial++)
        {
            byte[] changed = trial % 5 == 4 ? whole[..random.Next(whole.Length)] : [.. whole];
            if (changed.Length == whole.Length)
            {
                changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
            }

            string bad = _folder.File("bad.backup");
            string target = _folder.File(string.Create(CultureInfo.InvariantCulture, $"restored-{trial}"));
            await System.IO.File.WriteAllBytesAsync(bad, changed, Cancel);
            int verdict = await Run("backup", "verify", bad);
            Assert.Equal(verdict, await Run("backup", "restore", bad, "--data", target));
            Assert.Equal(verdict == 0, Directory.Exists(target));
            if (verdict == 0)
            {
                using JournalReader reader = JournalReader.Open(target);
                Assert.Equal(Entries.Many(1, 30), reader.Read().Select(row => row.Entry));
            }
        }
    }

    [Theory]
    [InlineData("UPDATE journal SET body = '{}' WHERE sequence = 2")]
    [InlineData("DELETE FROM journal WHERE sequence = 1")]
    public async Task Journal_that_is_broken_is_not_copied_as_a_good_one(string sql)
    {
        // Aim: a backup never vouches for rows that were changed.
        using (SqliteJournal journal = SqliteJournal.Open(Data))
        {
            journal.Append(Entries.Many(1, 3));
        }

        using (RawJournal other = new(Data))
        {
            other.DropTriggers();
            other.Execute(sql);
        }

        Assert.Equal(2, await Run("backup", "create", File, "--data", Data));
        Assert.Contains("is not as it was written, from row", _error.ToString(), StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task Content_swapped_with_its_hash_made_right_is_found_by_the_chain_or_the_head()
    {
        // Aim: whoever cuts rows off and writes the manifest anew is found by the head that the clinic kept.
        using (SqliteJournal journal = SqliteJournal.Open(Data))
        {
            journal.Append(Entries.Many(1, 3));
            Assert.Equal(0, await Run("backup", "create", File, "--data", Data));
            journal.Append(Entries.Many(4, 3));
            Assert.Equal(0, await Run("backup", "verify", File));
            Assert.Equal(2, await Run("backup", "verify", File, "--head", journal.Head.Hash));
        }

        Assert.Equal(2, await Run("backup", "verify", File, "--head", "abc"));
        using (ZipArchive archive = ZipFile.Open(File, ZipArchiveMode.Update))
        {
            archive.GetEntry("journal.db")!.Delete();
        }

        Assert.Equal(2, await Run("backup", "verify", File));
    }

    private Task<int> Run(params string[] arguments) =>
        CommandLine.RunAsync(arguments, new CliContext(_output, _error, new VirtualClock()), (_, _) => Task.FromResult(0));
}
