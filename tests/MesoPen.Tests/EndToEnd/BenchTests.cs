using System.Text.Json;

namespace MesoPen.Tests.EndToEnd;

/// <summary>The bench over real pseudo-terminals: a simulated gun over the vessel of a virtual balance, each with a line of its own.</summary>
public sealed class BenchTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mesopen-bench-").FullName;
    private readonly List<RunningProgram> _programs = [];

    /// <summary>
    /// Aim: from the shell to the figure. A gun with a planted +4.2 % is weighed by a process that is killed in the middle of a weighing, another goes
    /// on, and finds the error within what it states; exit code 7 asks for the second person.
    /// </summary>
    [Fact]
    public async Task A_killed_bench_goes_on_and_finds_the_planted_error()
    {
        await SimulateAsync();
        string[] calibrate = ["calibrate", "volume", "--device", In("gun"), "--data", In("data"), "--person", "ada", "--json"];
        RunningProgram first = Start("mesopen", [
            .. calibrate, "--balance", $"serial:{In("balance")}?baud=9600&format=8N1&protocol=mt-sics", "--references", WriteReferences(),
            "--environment", "water=20,air=20,pressure=1013.25,humidity=50", "--months", "12", "--plan", "50:shots=2:n=3", "--drain", "200", "--blank", "1000", "--yes",
        ]);
        await first.LineAsync("(2 of 3)");
        await first.KillAsync();

        RunningProgram second = Start("mesopen", [
            .. calibrate, "--resume", "--environment", "water=20,air=20,pressure=1013.25,humidity=50", "--yes",
        ]);
        Assert.Equal(7, await second.ExitAsync());
        using JsonDocument last = JsonDocument.Parse(second.Lines[^1]);
        JsonElement point = last.RootElement.GetProperty("series")[0].GetProperty("points")[0];
        Assert.Equal(3, point.GetProperty("n").GetInt32());
        double error = point.GetProperty("error").GetDouble();
        double expanded = point.GetProperty("expanded").GetDouble();
        Assert.True(expanded < 1000, $"U is {expanded} nL. {second.Said()}");
        Assert.InRange(error, 2100 - (2 * expanded), 2100 + (2 * expanded));
        Assert.Equal(0, last.RootElement.GetProperty("refused_readings").GetInt32());
    }

    /// <summary>Aim: the one-liner: mean, CV and U of a few shots.</summary>
    [Fact]
    public async Task Repeatability_says_one_line()
    {
        await SimulateAsync();
        RunningProgram program = Start("mesopen", [
            "repeatability", "--shots", "3", "--dose", "50", "--device", In("gun"), "--balance", $"serial:{In("balance")}?protocol=mt-sics",
            "--environment", "water=20,air=20,pressure=1013.25,humidity=50", "--drain", "200", "--blank", "1000",
        ]);
        Assert.Equal(0, await program.ExitAsync());
        Assert.Matches(@"^3 shots of 50 µL: mean 5[12]\.\d{3} µL, CV \d+\.\d\d %, U \d+\.\d{3} µL \(k = \d+\.\d\d\)$", program.Lines[^1]);
    }

    /// <summary>
    /// Aim: a balance by its path and --protocol, as documented; where nobody answers it ends with 2 and says the option, and --resume goes on from there.
    /// A second beginning names --resume.
    /// </summary>
    [Fact]
    public async Task A_bench_where_nobody_answers_says_what_helps()
    {
        await SimulateAsync();
        string[] begin = [
            "calibrate", "volume", "--device", In("gun"), "--data", In("data"), "--person", "ada", "--balance", In("balance"), "--protocol", "mt-sics",
            "--references", WriteReferences(), "--months", "12", "--plan", "50:shots=2:n=2",
        ];
        RunningProgram alone = Start("mesopen", begin);
        alone.SayNoMore();
        Assert.Equal(2, await alone.ExitAsync());
        Assert.Equal(
            "Nobody is there to do this: Read room and water. State --environment or --environment-file. What was measured stands: go on with --resume.",
            alone.Lines[^1]);

        RunningProgram again = Start("mesopen", begin);
        Assert.Equal(3, await again.ExitAsync());
        Assert.Contains("Go on with it by --resume, or give it up: mesopen calibrate abort", again.Errors, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (RunningProgram program in Enumerable.Reverse(_programs))
        {
            await program.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private async Task SimulateAsync()
    {
        RunningProgram simulator = Start("mesopen-sim", [
            "--profile", "gun-5", "--pty", In("gun"), "--operator", "off", "--plant-error", "plunger_ppm=42000", "--balance", "mt-sics", "--balance-pty", In("balance"),
            "--balance-set", "settle_ms=100,evaporation_ng_per_h=300000,noise_ng=10000",
        ]);
        await simulator.LineAsync("ready");
    }

    private string WriteReferences()
    {
        string path = In("references.json");
        File.WriteAllText(path, JsonSerializer.Serialize(ModelRun.References.Select(each => each with { DueDay = new DateOnly(9999, 12, 31) }), MesoPen.Host.Clinic.ClinicJson.Options));
        return path;
    }

    private RunningProgram Start(string name, string[] arguments)
    {
        RunningProgram program = RunningProgram.Start(name, arguments);
        _programs.Add(program);
        return program;
    }

    private string In(string name) => Path.Combine(_folder, name);
}
