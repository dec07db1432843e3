using System.Text.Json.Nodes;
using MesoPen.Host.Cli;
using MesoPen.Host.Control;
using MesoPen.Host.Records;
using MesoPen.Kernel;
using MesoPen.Tests.Time;

namespace MesoPen.Tests.Host.Cli;

public sealed class SettleVerbTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    [Trait("Requirement", "SR-110")]
    public async Task Settle_of_a_session_with_an_open_permit_counts_it_as_delivered_and_closes()
    {
        // Aim: a device that is lost does not block a folder for ever: what may have been injected is taken over, as delivered, by a person.
        using TempFolder folder = new();
        Open(folder.Path, "lost");
        Assert.Equal(0, await Run("records", "show", "lost", "--data", folder.Path));
        Assert.Contains("0.06 mL", _output.ToString(), StringComparison.Ordinal);

        Assert.Equal(0, await Run("records", "settle", "lost", "--data", folder.Path, "--person", "Dr. A", "--reason", "device fell into water", "--json"));
        JsonNode account = JsonNode.Parse(_output.ToString().Trim().Split('\n')[^1])!;
        Assert.True((bool?)account["closed"]);
        Assert.Equal(0, (long?)account["unknown_nl"]);
        Assert.Equal(60_000, (long?)account["delivered_nl"]);
        using JournalReader reader = JournalReader.Open(folder.Path);
        Assert.Null(reader.Verify().Broken);
        Assert.Contains(reader.Read("lost"), row => row.Kind == "unknown-settled" && row.Body.Contains("device fell into water", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nobody", "Dr. A", "gone")]
    [InlineData("lost", " ", "gone")]
    [InlineData("lost", "Dr. A", " ")]
    [Trait("Requirement", "SR-110")]
    public async Task Settle_without_session_person_or_reason_is_refused_and_changes_nothing(string session, string person, string reason)
    {
        // Aim: nobody settles anonymously or without saying why.
        using TempFolder folder = new();
        Open(folder.Path, "lost");
        Assert.Equal(2, await Run("records", "settle", session, "--data", folder.Path, "--person", person, "--reason", reason));
        Assert.NotEmpty(_error.ToString());
        using JournalReader reader = JournalReader.Open(folder.Path);
        Assert.Equal(2, reader.Head().Sequence);
    }

    [Fact]
    public async Task Settle_of_a_closed_session_is_refused()
    {
        // Aim: a record that is closed stays as it is.
        using TempFolder folder = new();
        Open(folder.Path, "lost");
        string[] settle = ["records", "settle", "lost", "--data", folder.Path, "--person", "Dr. A", "--reason", "gone"];
        Assert.Equal(0, await Run(settle));
        Assert.Equal(2, await Run(settle));
    }

    private static void Open(string folder, string session)
    {
        SessionRecordCodec codec = new(null);
        Permit permit = new(1, 7, 1, ShotTrigger.Single, new Depth(900), new Volume(20_000), 13, new Volume(260_000), 200, 250);
        using SqliteJournal journal = SqliteJournal.Open(folder);
        journal.Append([
            codec.Encode(session, 1, new SessionRecord.Baseline("S-1", 7, 10, new Volume(200_000), 11)),
            codec.Encode(session, 2, new SessionRecord.PermitIntended(permit)),
        ]);
    }

    private Task<int> Run(params string[] arguments) =>
        CommandLine.RunAsync(arguments, new CliContext(_output, _error, new VirtualClock()), (_, _) => Task.FromResult(5));
}
