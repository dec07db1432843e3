using System.Globalization;
using MesoPen.Simulator;

namespace MesoPen.Tests.EndToEnd;

/// <summary>A folder with a plan, a simulated gun and a journal, and the processes that work in it. All of it goes with the test.</summary>
internal sealed class TreatmentRoom : IAsyncDisposable
{
    private readonly List<RunningProgram> _programs = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("mesopen-e2e-").FullName;

    /// <param name="plan">Text of the plan.</param>
    /// <param name="profile">Profile of the gun.</param>
    public TreatmentRoom(string plan = QuickPlan.Text, string profile = QuickPlan.Profile)
    {
        Profile = ProfileReader.Open(profile);
        Data = Path.Combine(_folder, "data");
        Address = Path.Combine(_folder, "gun");
        File.WriteAllText(Plan, plan);
    }

    /// <summary>Profile of the gun, which states the tolerance.</summary>
    public DeviceProfile Profile { get; }

    /// <summary>The plan file.</summary>
    public string Plan => InFolder("plan.yaml");

    /// <summary>The data folder of the host.</summary>
    public string Data { get; set; }

    /// <summary>Where the host finds the gun.</summary>
    public string Address { get; set; }

    /// <summary>Whose hands hold the gun: fast ones that treat, or none ("off").</summary>
    public string Hands { get; init; } = "fast";

    /// <summary>Where the gun's simulator takes orders, HOST:PORT; null if it takes none.</summary>
    public string? Control { get; set; }

    /// <summary>What the needle did so far.</summary>
    public TruthLog Truth => TruthLog.Read(InFolder("truth.jsonl"));

    /// <summary>A path in the room's folder.</summary>
    public string InFolder(string name) => Path.Combine(_folder, name);

    /// <summary>Starts the gun on a pseudo-terminal or on TCP, waits until it is ready, and notes its <see cref="Address"/>.</summary>
    public async Task<RunningProgram> StartGunAsync(int seed = 1, bool tcp = false, params string[] more)
    {
        RunningProgram gun = Keep(RunningProgram.Start(
            "mesopen-sim",
            [
                "--profile", Profile.Id, "--nvm", InFolder("nvm"), "--truth", InFolder("truth.jsonl"), "--operator", Hands,
                "--seed", seed.ToString(CultureInfo.InvariantCulture), .. more,
                .. tcp ? ["--tcp", "127.0.0.1:0"] : (string[])["--pty", InFolder("gun")],
            ]));
        string ready = await gun.LineAsync("ready ");
        Address = ready["ready ".Length..];
        Control = more.Contains("--control") ? (await gun.LineAsync("control "))["control ".Length..] : null;
        return gun;
    }

    /// <summary>Cuts the gun's power. Its name goes first: the number of its terminal may be another gun's a moment later.</summary>
    public Task KillGunAsync(RunningProgram gun)
    {
        File.Delete(Address);
        return gun.KillAsync();
    }

    /// <summary>Starts a treatment of the room's plan, which answers every question with yes and speaks JSON.</summary>
    public RunningProgram StartTreatment(params string[] more) =>
        StartHost(["treat", Plan, "--device", Address, "--data", Data, "--yes", "--json", .. more]);

    /// <summary>Starts the host's program with any command line.</summary>
    public RunningProgram StartHost(params string[] arguments) => Keep(RunningProgram.Start("mesopen", arguments));

    /// <summary>Has a program killed with the room at the latest.</summary>
    public RunningProgram Keep(RunningProgram program)
    {
        _programs.Add(program);
        return program;
    }

    /// <summary>Runs a verb to its end and gives what it said; fails if it does not exit with this code.</summary>
    public async Task<IReadOnlyList<string>> RunHostAsync(int exit, params string[] arguments)
    {
        RunningProgram program = StartHost(arguments);
        int code = await program.ExitAsync();
        Assert.True(exit == code, program.Said());
        return program.Lines;
    }

    /// <summary>Checks by <c>records verify</c> that the journal is as it was written.</summary>
    public Task<IReadOnlyList<string>> VerifyRecordsAsync() => RunHostAsync(0, "records", "verify", "--data", Data);

    public async ValueTask DisposeAsync()
    {
        foreach (RunningProgram program in _programs)
        {
            await program.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }
}
