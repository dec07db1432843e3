using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using MesoPen.Host.Cli;
using MesoPen.Host.Control;
using MesoPen.Host.Records;
using MesoPen.Tests.Host.Diagnostics;
using MesoPen.Tests.Host.Input;
using MesoPen.Tests.Host.Records;
using MesoPen.Tests.Time;

namespace MesoPen.Tests.Host.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private readonly ComputerTree _computer = new();
    private TreatOptions? _treated;

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
        _computer.Dispose();
    }

    [Theory]
    [InlineData("full-face-micro-depots", "96 shots, 1.92 mL, and 50 µL of priming. 3 mL loaded, 1.03 mL left over.")]
    [InlineData("full-face-stamp", "100 shots, 2 mL, and 100 µL of priming. 5 mL loaded, 2.9 mL left over.")]
    public async Task PlanCheck_within_limits_says_what_it_comes_to(string plan, string sums)
    {
        // Aim: the sums, the limits with their reasons and the verdict, for people.
        Assert.Equal(0, await Run("plan", "check", Path.Combine(Shipped.PlansPath, plan + ".yaml"), "--zones", Shipped.ZonesPath, "--profiles", Shipped.ProfilesPath));
        string text = _output.ToString();
        Assert.Contains(sums, text, StringComparison.Ordinal);
        Assert.Contains("https://pmc.ncbi.nlm.nih.gov/articles/PMC9205051", text, StringComparison.Ordinal);
        Assert.EndsWith("The plan is within every limit." + Environment.NewLine, text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', text);
        Assert.Empty(_error.ToString());
    }

    [Fact]
    public async Task PlanCheck_finds_zones_and_profiles_beside_the_program()
    {
        // Aim: an installed program needs no options to find its own files.
        Assert.Equal(0, await Run("plan", "check", Path.Combine(Shipped.PlansPath, "demo-short.yaml"), "--json"));
        JsonNode report = JsonNode.Parse(_output.ToString())!;
        Assert.Equal("allowed", (string?)report["outcome"]);
        Assert.Equal(12, (int?)report["shots"]);
        Assert.Equal(240_000, (long?)report["volume_nl"]);
        Assert.Equal(2_710_000, (long?)report["left_over_nl"]);
        Assert.Equal(3, report["zones"]!.AsArray().Count);
        Assert.Contains(report["limits"]!.AsArray(), limit => (string?)limit!["kind"] == "tissue_depth_max" && (int?)limit["value"] == 1060);
    }

    [Fact]
    [Trait("Requirement", "SR-021")]
    public async Task PlanCheck_beyond_a_limit_ends_with_3_and_the_kernels_sentence()
    {
        // Aim: refused by a limit: exit code 3 and the same words as everywhere, in both forms.
        const string Sentence = "Depth in zone cheek.left: 1.061 mm asked, at most 1 mm allowed by the zone catalogue (Study A, https://example.org/a: women; version 3). Choose 1 mm or less.";
        using InputFolder folder = new(InputFolder.Plan.Replace("1400", "1500", StringComparison.Ordinal));
        Assert.Equal(3, await Check(folder));
        Assert.Contains($"Refused:{Environment.NewLine}- {Sentence}{Environment.NewLine}", _output.ToString(), StringComparison.Ordinal);

        _output.GetStringBuilder().Clear();
        Assert.Equal(3, await Check(folder, "--json"));
        JsonNode report = JsonNode.Parse(_output.ToString())!;
        Assert.Equal("refused", (string?)report["outcome"]);
        JsonNode refusal = Assert.Single(report["refusals"]!.AsArray())!;
        Assert.Equal((Sentence, 1061, 1000, "zone"), ((string?)refusal["sentence"], (long?)refusal["asked"], (long?)refusal["value"], (string?)refusal["source"]));
    }

    [Fact]
    public async Task PlanCheck_of_an_expired_product_ends_with_3()
    {
        // Aim: the last day counts, the day after does not. The clock of these tests stands at 2031-05-06.
        using (InputFolder last = new(InputFolder.Plan.Replace("2031-06-30", "2031-05-06", StringComparison.Ordinal)))
        {
            Assert.Equal(0, await Check(last));
        }

        using InputFolder expired = new(InputFolder.Plan.Replace("2031-06-30", "2031-05-05", StringComparison.Ordinal));
        Assert.Equal(3, await Check(expired));
        Assert.Contains("Saline, lot L1, expired on 2031-05-05: load a product in date.", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task PlanCheck_notes_what_is_allowed_but_should_be_known(bool byId)
    {
        // Aim: spacing, technique, needle heads, cartridges and another profile are said, and refuse nothing.
        string plan = InputFolder.Plan.Replace("spacing_um: 10000", "spacing_um: 4000", StringComparison.Ordinal)
            .Replace("micro-depot", "stamp", StringComparison.Ordinal).Replace("sticks_max: 60", "sticks_max: 4", StringComparison.Ordinal)
            .Replace("volume_nl: 1000000", "volume_nl: 6000001", StringComparison.Ordinal).Replace("profile: pen", "profile: other", StringComparison.Ordinal);
        using InputFolder folder = new(plan);
        Assert.Equal(0, await Check(folder, "--profile", byId ? "pen" : folder.ProfilePath));
        string text = _output.ToString();
        Assert.Contains("- The plan was drawn for other and is checked for pen.", text, StringComparison.Ordinal);
        Assert.Contains("- 3 needle heads are needed: the plan allows 4 shots with one.", text, StringComparison.Ordinal);
        Assert.Contains("- 3 cartridges are needed: pen takes 3 mL in one.", text, StringComparison.Ordinal);
        Assert.Contains("- cheek.left: points 4 mm apart, and Study B, https://example.org/b has 5 mm or more.", text, StringComparison.Ordinal);
        Assert.Contains("- cheek.left: stamp is not among the techniques described for it (micro-depot).", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlanCheck_estimates_time_by_the_machine_and_the_hand()
    {
        // Aim: 14 ms out, 10 settle, 200 inject, 80 dwell, 14 back: 318 ms a shot, ten shots; and a second to each point for the hand.
        using InputFolder folder = new();
        Assert.Equal(0, await Check(folder, "--json"));
        JsonNode report = JsonNode.Parse(_output.ToString())!;
        Assert.Equal(3180, (long?)report["machine_ms"]);
        Assert.Equal(10_000, (long?)report["hand_ms"]);
    }

    [Fact]
    public async Task Bad_input_ends_with_2_file_and_line()
    {
        // Aim: one sentence with file and line on standard error; with --json the same as a line on standard output.
        using InputFolder folder = new(InputFolder.Plan.Replace("points: 10", "points: ten", StringComparison.Ordinal));
        string sentence = $"{folder.PlanPath}:18: points of zone 1 is \"ten\": write a whole number from 1 to 10000.";
        Assert.Equal(2, await Check(folder));
        Assert.Equal(sentence + Environment.NewLine, _error.ToString());
        Assert.Empty(_output.ToString());

        Assert.Equal(2, await Check(folder, "--json"));
        JsonNode error = JsonNode.Parse(_output.ToString())!;
        Assert.Equal(("error", 2, sentence), ((string?)error["type"], (int?)error["exit"], (string?)error["message"]));
    }

    [Theory]
    [InlineData("plan", "check", "--json")]
    [InlineData("records", "lost", "--json")]
    [InlineData("doctor", "--bogus", "--json")]
    public async Task Command_line_that_cannot_be_understood_is_a_line_of_JSON_too_where_JSON_was_asked_for(params string[] arguments)
    {
        // Aim: whoever reads standard output by program finds the reason there, whatever part of the input was bad.
        Assert.Equal(2, await Run(arguments));
        JsonNode line = JsonNode.Parse(Assert.Single(_output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)))!;
        Assert.Equal("error", (string?)line["type"]);
        Assert.Equal(2, (int?)line["exit"]);
        Assert.NotEmpty((string)line["message"]!);
    }

    [Theory]
    [InlineData]
    [InlineData("plan")]
    [InlineData("plan", "check")]
    [InlineData("plan", "chekc", "x.yaml")]
    [InlineData("plan", "check", "x.yaml", "--fast")]
    [InlineData("records", "list")]
    [InlineData("treat", "x.yaml", "--data", "d")]
    [InlineData("devices", "--timeout", "0")]
    [InlineData("devices", "--baud", "fast")]
    [InlineData("doctor", "now")]
    [InlineData("treat", "x.yaml", "--data", "d", "--device", "tcp://h:1", "--link-patience", "0")]
    [InlineData("treat", "x.yaml", "--data", "d", "--device", "tcp://h:1", "--link-patience", "soon")]
    public async Task Command_line_that_cannot_be_understood_ends_with_2(params string[] arguments)
    {
        // Aim: a mistyped command line does nothing, says why on standard error, and points to the help.
        Assert.Equal(2, await Run(arguments));
        Assert.Contains("mesopen --help", _error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_output.ToString());
        Assert.Null(_treated);
    }

    [Theory]
    [InlineData]
    [InlineData("plan")]
    [InlineData("plan", "check")]
    [InlineData("records")]
    [InlineData("records", "list")]
    [InlineData("records", "show")]
    [InlineData("records", "verify")]
    [InlineData("records", "settle")]
    [InlineData("treat")]
    [InlineData("devices")]
    [InlineData("doctor")]
    public async Task Help_of_every_verb_ends_with_an_example_that_parses(params string[] verb)
    {
        // Aim: help is there for each verb, and its examples are command lines that this program understands.
        Assert.Equal(0, await Run([.. verb, "--help"]));
        string help = _output.ToString();
        string[] examples = [.. help[help.IndexOf("Example", StringComparison.Ordinal)..].Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("mesopen ", StringComparison.Ordinal))];
        Assert.NotEmpty(examples);
        foreach (string example in examples)
        {
            _error.GetStringBuilder().Clear();
            await Run(example.Split(' ')[1..]);
            Assert.DoesNotContain("mesopen --help", _error.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Treat_hands_over_what_was_asked_for_and_its_exit_code()
    {
        // Aim: each option arrives, and the code of the treatment is the code of the program.
        Assert.Equal(5, await Run(
            "treat", "p.yaml", "--device", "serial:/dev/ttyUSB0?baud=9600", "--data", "d", "--yes", "--json", "--resume", "--capture", "c.bin", "--serial", "S1",
            "--link-patience", "7", "--person", "Dr. A", "--zones", "z.yaml", "--profiles", "p"));
        Assert.Equal(
            new TreatOptions
            {
                Plan = "p.yaml", Device = "serial:/dev/ttyUSB0?baud=9600", Data = "d", Yes = true, Json = true, Resume = true, Capture = "c.bin", Serial = "S1",
                LinkPatience = TimeSpan.FromSeconds(7), Person = "Dr. A", Zones = "z.yaml", Profiles = "p",
            },
            _treated);
    }

    [Fact]
    public async Task Devices_without_any_port_says_so_and_a_named_one_that_is_not_there_ends_with_6()
    {
        // Aim: "what is there" is answered whatever it is; "is this one there" is a question with an exit code. An address that is none is bad input.
        Assert.Equal(0, await Run("devices"));
        Assert.StartsWith("No serial port was found", Take(), StringComparison.Ordinal);
        Assert.Equal(0, await Run("devices", "--json"));
        Assert.Empty(Take());
        Assert.Equal(2, await Run("devices", "--device", "ftp://gun"));
        Assert.StartsWith("ftp://gun: ", _error.ToString(), StringComparison.Ordinal);

        using TcpListener closed = new(IPAddress.Loopback, 0);
        closed.Start();
        string nobody = string.Create(CultureInfo.InvariantCulture, $"tcp://127.0.0.1:{((IPEndPoint)closed.LocalEndpoint).Port}");
        closed.Stop();
        Assert.Equal(6, await Run("devices", "--device", nobody, "--json"));
        JsonNode device = Assert.Single(Lines());
        Assert.Equal(("device", nobody, "closed"), ((string?)device["type"], (string?)device["address"], (string?)device["state"]));
    }

    [Fact]
    public async Task Doctor_ends_with_2_if_something_is_in_the_way()
    {
        // Aim: advice alone is no failure, a problem is; both come with what to do, as text and as JSON.
        Assert.Equal(0, await Run("doctor", "--data", _computer.Data));
        Assert.Contains("There is no serial port.", Take(), StringComparison.Ordinal);

        _computer.Forbidden.Add(_computer.PlugUsb("ttyUSB0", "Pen"));
        Assert.Equal(2, await Run("doctor", "--json"));
        Assert.Contains(Lines(), finding => (string?)finding["verdict"] == "bad" && (string?)finding["remedy"] is { Length: > 0 });
    }

    [Fact]
    public async Task Records_are_listed_shown_and_verified()
    {
        // Aim: the three verbs on a real journal, for people and as JSON.
        using TempFolder folder = new();
        JournalHead head = MakeJournal(folder.Path);

        Assert.Equal(0, await Run("records", "list", "--data", folder.Path));
        Assert.Contains("session-1  2031-05-08T09:46:40.001Z  2031-05-08T09:46:40.009Z  3     completed", Take(), StringComparison.Ordinal);
        Assert.Equal(0, await Run("records", "list", "--data", folder.Path, "--json"));
        JsonNode[] sessions = Lines();
        Assert.Equal(["completed", "open"], sessions.Select(session => (string?)session["outcome"]));
        Assert.Equal([3, 1], sessions.Select(session => (int?)session["rows"]));

        Assert.Equal(0, await Run("records", "show", "--data", folder.Path, "--json"));
        JsonNode row = Assert.Single(Lines());
        Assert.Equal(("session-2", 4, 5, head.Hash), ((string?)row["session"], (long?)row["sequence"], (int?)row["body"]!["number"], (string?)row["hash"]));
        Assert.Equal(0, await Run("records", "show", "session-1", "--all", "--data", folder.Path));
        Assert.Equal(3, Take().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(2, await Run("records", "show", "nobody", "--data", folder.Path));

        Assert.Equal(0, await Run("records", "verify", "--data", folder.Path, "--head", head.Hash));
        Assert.Contains($"Head: {head.Hash}", Take(), StringComparison.Ordinal);
        Assert.Equal(2, await Run("records", "verify", "--data", folder.Path, "--head", "abc"));
        Assert.Equal(2, await Run("records", "verify", "--data", folder.Path, "--head", new string('a', 64)));
    }

    [Fact]
    [Trait("Requirement", "SR-166")]
    public async Task Records_of_a_stranger_cannot_command_the_terminal()
    {
        // Aim: a journal may come from anywhere; showing it writes text, not escape sequences.
        using TempFolder folder = new();
        using (SqliteJournal journal = SqliteJournal.Open(folder.Path))
        {
            journal.Append([new RecordEntry("s\u001b[2J", 0, "ki\u009bnd", "{}")]);
            journal.Append([new RecordEntry("t\u001b[2J", 0, "session-opened", """{"plan_title":"\u001b[2J","product":7,"lot":[],"person":{}}""")]);
        }

        Assert.Equal(0, await Run("records", "list", "--data", folder.Path));
        Assert.Equal(0, await Run("records", "show", "--data", folder.Path, "--all"));
        Assert.Equal(0, await Run("records", "show", "s\u001b[2J", "--data", folder.Path, "--all"));
        Assert.Contains("?[2J", _output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Take(), each => char.IsControl(each) && each is not ('\n' or '\r'));
    }

    [Fact]
    public async Task Records_verify_names_the_broken_row()
    {
        // Aim: a changed journal ends with 2 and the row, in both forms.
        using TempFolder folder = new();
        MakeJournal(folder.Path);
        using (RawJournal other = new(folder.Path))
        {
            other.DropTriggers();
            other.Execute("UPDATE journal SET body = '{}' WHERE sequence = 2");
        }

        Assert.Equal(2, await Run("records", "verify", "--data", folder.Path));
        Assert.StartsWith("Broken at record 2. Its hash does not fit", Take(), StringComparison.Ordinal);
        Assert.Equal(2, await Run("records", "verify", "--data", folder.Path, "--json"));
        JsonNode verdict = Assert.Single(Lines());
        Assert.Equal((false, 2), ((bool?)verdict["ok"], (long?)verdict["broken"]!["sequence"]));
    }

    [Fact]
    public async Task Records_of_a_folder_without_journal_end_with_2()
    {
        // Aim: looking at the wrong folder says so and leaves nothing there.
        using TempFolder folder = new();
        Assert.Equal(2, await Run("records", "list", "--data", folder.Path));
        Assert.Contains("There is no journal here", _error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    private static JournalHead MakeJournal(string folder)
    {
        using SqliteJournal journal = SqliteJournal.Open(folder);
        journal.Append([.. Entries.Many(1, 2), new RecordEntry("session-1", Entries.One(9).AtUnixMs, "session-closed", """{"outcome":"completed"}""")]);
        journal.Append([Entries.One(5, "session-2")]);
        return journal.Head;
    }

    private Task<int> Check(InputFolder folder, params string[] more) =>
        Run(["plan", "check", folder.PlanPath, "--zones", folder.ZonesPath, "--profiles", folder.Folder, .. more]);

    private Task<int> Run(params string[] arguments) => CommandLine.RunAsync(
        arguments,
        new CliContext(_output, _error, new VirtualClock()) { View = _computer.View },
        (options, _) =>
        {
            _treated = options;
            return Task.FromResult(5);
        });

    private string Take()
    {
        string text = _output.ToString();
        _output.GetStringBuilder().Clear();
        return text;
    }

    private JsonNode[] Lines() => [.. Take().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
}
