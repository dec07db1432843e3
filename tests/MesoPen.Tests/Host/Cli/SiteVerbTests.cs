using System.Text.Json.Nodes;
using MesoPen.Host.Cli;
using MesoPen.Host.Clinic;
using MesoPen.Host.Control;
using MesoPen.Host.Input;
using MesoPen.Host.Records;
using MesoPen.Tests.Walls;

namespace MesoPen.Tests.Host.Cli;

public sealed class SiteVerbTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    private string Data => _folder.File("clinic");

    public void Dispose() => _folder.Dispose();

    // Aim: a site is begun once, its first administrator gets a one-time password, which stands nowhere in the records.
    [Fact]
    public async Task Init_begins_the_records_once()
    {
        Assert.Equal(ExitCode.Completed, await RunAsync("site", "init", "--data", Data, "--name", "Skin Clinic", "--administrator", "meyer", "--json"));
        string password = (string)JsonNode.Parse(_output.ToString())!["one_time_password"]!;
        Assert.Equal(ExitCode.BadInput, await RunAsync("site", "init", "--data", Data, "--name", "Another", "--administrator", "other"));
        Assert.Contains("have begun already", _error.ToString(), StringComparison.Ordinal);

        using JournalReader reader = JournalReader.Open(Data);
        IReadOnlyList<JournalRow> rows = reader.Read();
        Assert.Equal("site-initialised", rows[0].Kind);
        Assert.DoesNotContain(rows, row => row.Body.Contains(password, StringComparison.Ordinal) || row.Body.Contains("Another", StringComparison.Ordinal));
    }

    // Aim: people are added with roles by their words; a role that is none is refused with those that are, and nobody is added.
    [Fact]
    public async Task User_adds_people_and_refuses_unknown_roles()
    {
        await InitAsync();
        Assert.Equal(ExitCode.Completed, await RunAsync("site", "user", "add", "yilmaz", "--name", "B. Yilmaz", "--role", "clinician", "--role", "engineer", "--data", Data));
        Assert.Equal(ExitCode.BadInput, await RunAsync("site", "user", "add", "cook", "--name", "C. Cook", "--role", "cook", "--data", Data));
        Assert.Contains("clinician", _error.ToString(), StringComparison.Ordinal);
        _output.GetStringBuilder().Clear();
        await RunAsync("site", "user", "people", "--data", Data);
        Assert.Contains("yilmaz  B. Yilmaz  Clinician, Engineer", _output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("cook", _output.ToString(), StringComparison.Ordinal);
    }

    // Aim: the catalogue in the documentation is taken over whole; taken over again it is refused, by entry and reason, and nothing changes.
    [Fact]
    public async Task Import_takes_a_catalogue_whole_or_not_at_all()
    {
        await InitAsync();
        string catalogue = Path.Combine(Repository.Root, "docs/operating/catalogue.json");
        Assert.Equal(ExitCode.Completed, await RunAsync("site", "import", catalogue, "--person", "meyer", "--data", Data));
        ClinicState state = await StateAsync();
        Assert.NotNull(state.Products.Find("HA-15"));
        Assert.True(state.Plans.Protocols.ContainsKey("PR-1"));

        Assert.Equal(ExitCode.BadInput, await RunAsync("site", "import", catalogue, "--person", "meyer", "--data", Data));
        Assert.Contains("entry 1, product: ", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(state.LastSequence, (await StateAsync()).LastSequence);
    }

    // Aim: one bad entry, a kind that is none, a person who may not: each is refused with a sentence, and no entry before it is taken over.
    [Theory]
    [InlineData("""[{"head_type":{"head_type_id":"HT-1","sheet":{"title":"One","needles":1,"punctures_warning":1,"punctures_max":2,"reason":"x"}}},{"cake":{}}]""", "meyer", "there are product, head_type and protocol")]
    [InlineData("""[{"head_type":{"head_type_id":"HT-1","sheet":{"title":"One","needles":1,"punctures_warning":1,"punctures_max":2,"reason":"x"}}},{"head_type":{"head_type_id":"HT-1","sheet":{"title":"One","needles":1,"punctures_warning":1,"punctures_max":2,"reason":"x"}}}]""", "meyer", "entry 2, head_type: ")]
    [InlineData("""[{"product":{"product_id":"X"}}]""", "meyer", "entry 1, product")]
    [InlineData("{}", "meyer", "a list of entries")]
    [InlineData("[]", "nobody", "nobody is not an active administrator")]
    public async Task Import_refuses_what_is_not_right(string text, string person, string sentence)
    {
        await InitAsync();
        string file = _folder.File("catalogue.json");
        await File.WriteAllTextAsync(file, text);
        long before = (await StateAsync()).LastSequence;
        Assert.Equal(ExitCode.BadInput, await RunAsync("site", "import", file, "--person", person, "--data", Data));
        Assert.Contains(sentence, _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, (await StateAsync()).LastSequence);
    }

    // Aim: nobody is treated past a clinic's gates, and nobody settles its sessions, by the verbs that know no clinic.
    [Fact]
    public async Task Verbs_that_know_no_clinic_keep_out_of_its_folder()
    {
        await InitAsync();
        await using (SqliteSiteJournal journal = SqliteSiteJournal.Open(Data))
        {
            journal.Append(
            [
                new RecordEntry("S-1", 1, "session-opened", """{"plan_id":"x","resumed":false}"""),
                new RecordEntry("treatment/S-1", 1, "aftercare-given", """{"by":"meyer","session_id":"S-1","text":"Told"}"""),
            ]);
        }

        Assert.Equal(ExitCode.BadInput, await RunAsync("records", "settle", "S-1", "--data", Data, "--person", "x", "--reason", "y"));
        Assert.Contains("a clinic's session", _error.ToString(), StringComparison.Ordinal);
        InputException refused = await Assert.ThrowsAsync<InputException>(() => Treat.RunAsync(
            new TreatOptions
            {
                Plan = Path.Combine(Repository.Root, "plans/demo-short.yaml"), Device = "tcp://127.0.0.1:1", Data = Data, Person = "x",
                Zones = Path.Combine(Repository.Root, "hardware/zones.yaml"), Profiles = Path.Combine(Repository.Root, "hardware/profiles"),
            },
            _output));
        Assert.Contains("holds the records of a clinic", refused.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadInput, await RunAsync("site", "user", "people", "--data", _folder.File("nowhere")));
        Assert.False(Directory.Exists(_folder.File("nowhere")));
    }

    private async Task InitAsync() =>
        Assert.Equal(ExitCode.Completed, await RunAsync("site", "init", "--data", Data, "--name", "Skin Clinic", "--administrator", "meyer"));

    private async Task<ClinicState> StateAsync()
    {
        await using SqliteSiteJournal journal = SqliteSiteJournal.Open(Data);
        using ClinicDesk desk = new(journal, TimeProvider.System);
        return await desk.ReadAsync();
    }

    private Task<int> RunAsync(params string[] args) => CommandLine.RunAsync(
        args, new CliContext(_output, _error, TimeProvider.System), (_, _) => throw new InvalidOperationException("Nothing is treated here."));
}
