using System.Globalization;
using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary>A folder with the plan, the gun and the journal of one run, and the command lines of the programs that work in it.</summary>
internal sealed class PtyRoom : IDisposable
{
    private readonly Scenario _scenario;
    private readonly ProductPrograms _programs;
    private readonly LivingRooms _rooms;
    private readonly string _folder;
    private int _hosts;

    public PtyRoom(Scenario scenario, ProductPrograms programs, LivingRooms rooms)
    {
        (_scenario, _programs, _rooms) = (scenario, programs, rooms);
        _folder = rooms.NewFolder();
        File.WriteAllText(Plan, PlanText.Of(scenario.Input.File));
    }

    public string TruthPath => Path.Combine(_folder, "truth.jsonl");

    public string DataPath => Path.Combine(_folder, "data");

    public string JournalPath => Path.Combine(DataPath, "journal.db");

    /// <summary>Captures of all hosts begun, in order.</summary>
    public IEnumerable<string> Captures => Enumerable.Range(1, _hosts).Select(Capture);

    private string Plan => Path.Combine(_folder, "plan.yaml");

    private string Address => Path.Combine(_folder, "gun");

    private string Profiles => Path.GetDirectoryName(Path.GetFullPath(_scenario.Input.Profile.File.Path))!;

    /// <summary>Starts the gun.</summary>
    public ChildProcess StartGun(int seed, Action news)
    {
        ScenarioRig rig = _scenario.Rig;
        List<string> arguments =
        [
            "--profile", Path.Combine(Profiles, (rig.Device ?? _scenario.Input.Profile.Id) + ".yaml"), "--pty", Address,
            "--nvm", Path.Combine(_folder, "nvm"), "--truth", TruthPath, "--seed", Text(seed), "--operator", Word(rig.Operator),
            "--calibration-due", Day(rig.CalibrationDueDay),
        ];
        if (rig.Caps is { } caps)
        {
            arguments.AddRange(["--caps", caps]);
        }

        foreach (FaultSpec fault in rig.Faults.Where(fault => !HostFaults.IsOne(fault)))
        {
            arguments.AddRange(["--fault", fault.Text]);
        }

        return _rooms.Start(_programs.Gun, arguments, news);
    }

    /// <summary>Starts a host: on a new session, or on the rest of one.</summary>
    public ChildProcess StartHost(bool resume, Action news)
    {
        _hosts++;
        List<string> arguments =
        [
            "treat", Plan, "--device", Address, "--data", DataPath, "--yes", "--json", "--capture", Capture(_hosts), "--person", "tester",
            "--zones", Path.GetFullPath(_scenario.Input.Zones.File.Path), "--profiles", Profiles,
            "--link-patience", Text(_scenario.Rig.LinkPatienceMs / 1000),
        ];
        if (resume)
        {
            arguments.Add("--resume");
        }

        return _rooms.Start(_programs.Host, arguments, news);
    }

    public void End(ChildProcess child) => _rooms.End(child);

    public void Dispose() => _rooms.Delete(_folder);

    private string Capture(int host) => Path.Combine(_folder, $"capture-{host}.jsonl");

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Word(OperatorPace pace) => pace switch { OperatorPace.Fast => "fast", OperatorPace.Auto => "auto", _ => "off" };

    private static string Day(uint day) => day == 0
        ? "never"
        : DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
