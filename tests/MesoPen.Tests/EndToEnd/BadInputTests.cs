using System.Security.Cryptography;
using System.Text;
using MesoPen.Host.Records;
using MesoPen.Tests.Protocol;
using Microsoft.Data.Sqlite;

namespace MesoPen.Tests.EndToEnd;

/// <summary>Plan, profile, zones or journal are not what they must be: exit 2, file and line, and nothing was changed.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mesopen-bad-").FullName;

    public BadInputTests()
    {
        File.WriteAllText(Plan, QuickPlan.Text);
        Directory.CreateDirectory(Profiles);
        File.WriteAllText(Profile, RepositoryFile.ReadAllText("hardware/profiles/gun-5.yaml"));
        File.WriteAllText(Zones, RepositoryFile.ReadAllText("hardware/zones.yaml"));
        using SqliteJournal journal = SqliteJournal.Open(Data);
        journal.Append(
        [
            new RecordEntry("earlier", 1, "session-opened", """{"plan_id":"earlier","plan_path":"-"}"""),
            new RecordEntry("earlier", 2, "session-closed", """{"outcome":"completed"}"""),
        ]);
    }

    private string Plan => Path.Combine(_folder, "plan.yaml");

    private string Profiles => Path.Combine(_folder, "profiles");

    private string Profile => Path.Combine(Profiles, "gun-5.yaml");

    private string Zones => Path.Combine(_folder, "zones.yaml");

    private string Data => Path.Combine(_folder, "data");

    private string Database => Path.Combine(Data, "journal.db");

    [Theory]
    [InlineData("plan", "points: 6", "points: six", "points: six")]
    [InlineData("plan", "prime_nl: 100000", "prime_nl: 100000\nprime_ul: 100", "prime_ul")]
    [InlineData("plan", "id: quick", "id: \"quick", "id: \"quick")]
    [InlineData("plan", "plan: 1", "plan: 2", "plan: 2")]
    [InlineData("plan", "expires: 2090-12-31", "expires: 31.12.2090", "expires: 31.12.2090")]
    [InlineData("plan", "zone: forehead", "zone: foreheda", "zone: foreheda")]
    [InlineData("plan", "title: \"Three", "title: \"\u0000Three", null)]
    [InlineData("profile", "profile: 1", "profile: 7", "profile: 7")]
    [InlineData("profile", "depth_max_um: 6000", "depth_max_um: 6 mm", "depth_max_um: 6 mm")]
    [InlineData("profile", "lease_max_ms: 250", "lease_max_ms: 2500", "lease_max_ms: 2500")]
    [InlineData("profile", "retract_ms_max: 120", "retract_ms: 120", "retract_ms: 120")]
    [InlineData("zones", "zones: 1", "zones: 3", "zones: 3")]
    [InlineData("zones", "depth_max_um: {value: 1060, source: meng-2022", "depth_max_um: {value: 1060, source: nobody", "source: nobody")]
    [InlineData("zones", "depth_max_um: {value: 1060", "depth_max_um: {value: 1400", "value: 1400")]
    [InlineData("zones", "- zone: forehead", "- zone: forehead\n    - zone: forehead", null)]
    [Trait("Requirement", "SR-162")]
    public async Task File_that_is_malformed_or_from_the_future_is_refused_by_file_and_line(string file, string good, string bad, string? mark)
    {
        // Aim: one line is wrong; the sentence points at it (where the damage leaves no line of its own, at the file).
        string path = PathOf(file);
        string text = await File.ReadAllTextAsync(path);
        int at = text.IndexOf(good, StringComparison.Ordinal);
        Assert.True(at >= 0);
        text = text[..at] + bad + text[(at + good.Length)..];
        await File.WriteAllTextAsync(path, text);

        int line = mark is null ? 0 : text[..text.IndexOf(mark, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
        await RefusedAsync(line == 0 ? $"{path}:" : $"{path}:{line}: ");
    }

    [Theory]
    [InlineData("plan", 40)]
    [InlineData("plan", 400)]
    [InlineData("plan", 0)]
    [InlineData("profile", 700)]
    [InlineData("profile", 1500)]
    [InlineData("zones", 1800)]
    [InlineData("zones", 9000)]
    public async Task File_that_is_cut_off_is_refused(string file, int length)
    {
        // Aim: half a file is not taken for a whole one.
        string path = PathOf(file);
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path))[..length]);

        await RefusedAsync($"{path}:");
    }

    [Theory]
    [InlineData("plan", "missing")]
    [InlineData("plan", "folder")]
    [InlineData("plan", "bytes")]
    [InlineData("plan", "unreadable")]
    [InlineData("profile", "missing")]
    [InlineData("profile", "folder")]
    [InlineData("profile", "unreadable")]
    [InlineData("zones", "missing")]
    [InlineData("zones", "bytes")]
    [InlineData("zones", "unreadable")]
    public async Task File_that_cannot_be_read_is_refused(string file, string how)
    {
        // Aim: each way in which a file cannot be read, whatever rights the tests have.
        string path = PathOf(file);
        File.Delete(path);
        switch (how)
        {
            case "folder": Directory.CreateDirectory(path); break;
            case "bytes": await File.WriteAllBytesAsync(path, [0x61, 0x3A, 0x0A, 0xFF, 0xFE, 0x00]); break;
            case "unreadable": File.CreateSymbolicLink(path, "/proc/self/mem"); break;
            default: break;
        }

        await RefusedAsync($"{path}:");
    }

    [Theory]
    [InlineData("noise")]
    [InlineData("empty")]
    [InlineData("half")]
    [InlineData("future")]
    [InlineData("another database")]
    [InlineData("row changed")]
    [InlineData("row gone")]
    [InlineData("folder")]
    [InlineData("kind of the future")]
    [Trait("Requirement", "SR-094")]
    public async Task Journal_that_is_damaged_or_from_the_future_is_refused_and_left_as_it_is(string how)
    {
        // Aim: no journal is repaired, added to or begun anew over one that is not understood.
        Damage(how);

        await RefusedAsync(Data);
    }

    [Theory]
    [InlineData("--device", "tcp://nowhere")]
    [InlineData("--device", "serial:/dev/null?baud=fast")]
    [InlineData("--capture", "/nonexistent/capture.jsonl")]
    [InlineData("--resume", null)]
    [Trait("Requirement", "SR-162")]
    public async Task Command_line_that_cannot_be_carried_out_changes_nothing(string option, string? value)
    {
        // Aim: what is wrong with the call itself is found before anything is written.
        await RefusedAsync(value ?? Data, value is null ? [option] : [option, value]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string PathOf(string file) => file switch { "plan" => Plan, "profile" => Profile, _ => Zones };

    private void Damage(string how)
    {
        byte[] bytes = File.ReadAllBytes(Database);
        switch (how)
        {
            case "noise": File.WriteAllBytes(Database, [.. Enumerable.Range(0, 4096).Select(at => unchecked((byte)(at * 37)))]); break;
            case "empty": File.WriteAllBytes(Database, []); break;
            case "half": File.WriteAllBytes(Database, bytes[..(bytes.Length / 2)]); break;
            case "future": Change("PRAGMA user_version = 3"); break;
            case "another database": Change("PRAGMA application_id = 1"); break;
            case "row changed": Change("DROP TRIGGER journal_no_update; UPDATE journal SET at_unix_ms = 7 WHERE sequence = 1"); break;
            case "row gone": Change("DROP TRIGGER journal_no_delete; DELETE FROM journal WHERE sequence = 1"); break;
            case "folder":
                File.Delete(Database);
                Directory.CreateDirectory(Database);
                break;
            default:
                using (SqliteJournal journal = SqliteJournal.Open(Data))
                {
                    journal.Append([new RecordEntry("later", 3, "quantum-shot", "{}")]);
                }

                break;
        }
    }

    private void Change(string sql)
    {
        using SqliteConnection connection = new($"Data Source={Database};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private async Task RefusedAsync(string where, params string[] more)
    {
        string before = Fingerprint();
        await using RunningProgram host = RunningProgram.Start(
            "mesopen",
            [
                "treat", Plan, .. more.Contains("--device") ? (string[])[] : ["--device", Path.Combine(_folder, "no-device")],
                "--data", Data, "--zones", Zones, "--profiles", Profiles, "--yes", "--json", "--link-patience", "1", .. more,
            ]);

        Assert.True(await host.ExitAsync() == 2, host.Said());

        Assert.Contains(where, host.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", host.Errors, StringComparison.Ordinal);
        System.Text.Json.JsonElement error = System.Text.Json.JsonElement.Parse(Assert.Single(host.Lines));
        Assert.Equal(("error", 2), (error.GetProperty("type").GetString(), error.GetProperty("exit").GetInt32()));
        Assert.Contains(where, error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(before, Fingerprint());
    }

    /// <summary>Every name and every byte in the data folder. Who held its lock last is no record.</summary>
    private string Fingerprint()
    {
        StringBuilder all = new();
        foreach (string entry in Directory.EnumerateFileSystemEntries(Data, "*", SearchOption.AllDirectories)
            .Where(entry => Path.GetFileName(entry) != "journal.owner").Order(StringComparer.Ordinal))
        {
            string content = File.Exists(entry) ? Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(entry))) : "folder";
            all.AppendLine(entry).AppendLine(content);
        }

        return all.ToString();
    }
}
