using System.Globalization;
using MesoPen.Host.Calibration;
using MesoPen.Host.Control;
using MesoPen.Host.Input;
using MesoPen.Protocol;
using MesoPen.Simulator;
using SimulatorProfile = MesoPen.Simulator.DeviceProfile;

namespace MesoPen.Hil;

/// <summary>Reads scenario files strictly: what is not known is refused with file, line and what is allowed.</summary>
internal static class ScenarioReader
{
    private const int NewestSchema = 1;
    private const int InvariantMax = 7;
    private static readonly string[] Ends = [.. Enum.GetValues<TreatmentOutcome>().Select(TreatmentSummary.Word), "killed"];

    /// <summary>Reads one file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="hardware">Where profiles and zones lie.</param>
    /// <exception cref="InputException">It is not what it must be.</exception>
    public static Scenario Read(string path, HardwareFolder hardware)
    {
        InputFile file = InputFile.Read(path);
        ScenarioMap root = new(path, YamlTree.Read(file), "the scenario", ScenarioKeys.Names(ScenarioKeys.Root));
        root.Reader.Schema("scenario", NewestSchema);
        ScenarioRig rig = ReadRig(root, path);
        TreatmentInput input = PlanReader.Read(root, path, file, hardware);
        SimulatorProfile profile = HardwareFolder.DeviceOf(input.Profile.File, rig.Plant);
        Scenario scenario = new()
        {
            Path = path,
            Id = ReadId(root),
            Title = root.Reader.Text("title"),
            Requirements = [.. root.Texts("requirements").Select(each => each.Text)],
            Hazards = [.. root.Texts("hazards").Select(each => each.Text)],
            Levels = root.Reader.Has("levels") ? [.. root.Reader.Words("levels", "virtual", "pty").Select(LevelOf)] : [RunLevel.Virtual],
            Seed = (int)(root.Reader.OptionalNumber("seed", 0, int.MaxValue) ?? 1),
            LimitMs = root.OptionalDuration("limit") ?? 120_000,
            HardwareOptions = hardware.Options,
            Rig = rig,
            Input = input,
            Profile = profile,
            Device = WithCaps(rig.Device is { } id ? hardware.Device(id, rig.Plant) : profile, rig, root),
            Steps = [.. root.Maps("steps", "step", ScenarioKeys.Names(ScenarioKeys.Step)).Select(each => ReadStep(each, path))],
            Expect = [.. root.Maps("expect", "expectation", ScenarioKeys.Names(ScenarioKeys.Expect)).Select(each => ReadExpectation(each, path))],
            Excuses = ReadExcuses(root, path),
        };
        RequireTold(scenario);
        RequireDevice(scenario);
        LevelCheck.Require(scenario, root);
        return scenario;
    }

    /// <summary>A scenario that expects nothing would pass whatever comes; one that names a zone means one of its plan.</summary>
    private static void RequireTold(Scenario scenario)
    {
        if (scenario.Expect.Count == 0 && scenario.Steps.All(step => step.Expect is null))
        {
            throw new InputException(scenario.Path, 0, "The scenario expects nothing, and would pass whatever comes: add expect.");
        }

        string[] zones = [.. scenario.Input.Plan.Zones.Select(zone => zone.Zone)];
        IEnumerable<(string Zone, int Line)> named =
        [
            .. scenario.Expect.Where(each => each.Zone is not null).Select(each => (each.Zone!, each.Line)),
            .. scenario.Steps.SelectMany(step => new[] { step.When, step.Expect }).OfType<Condition>()
                .Where(each => each.Kind == ConditionKind.Zone).Select(each => (each.Word.Split(' ')[0], each.Line)),
        ];
        foreach ((string zone, int line) in named.Where(each => !zones.Contains(each.Zone)))
        {
            throw new InputException(scenario.Path, line, $"The plan has no zone {zone}: it has {string.Join(", ", zones)}.");
        }
    }

    /// <summary>What the firmware would refuse to be is refused here, before anything runs.</summary>
    private static void RequireDevice(Scenario scenario)
    {
        try
        {
            using SimulatedDevice device = new(new SimulationOptions { Profile = scenario.Device });
        }
        catch (ArgumentException wrong)
        {
            throw new InputException(scenario.Path, 0, $"The firmware refuses to be the device of this scenario (profile {scenario.Device.Id} and its caps): {wrong.Message}", wrong);
        }
    }

    private static SimulatorProfile WithCaps(SimulatorProfile device, ScenarioRig rig, ScenarioMap root)
    {
        try
        {
            return rig.Caps is { } caps ? device with { Caps = CapsOverride.Apply(device.Caps, caps) } : device;
        }
        catch (SimulatorInputException wrong)
        {
            throw root.Error("rig", wrong.Message);
        }
    }

    private static RunLevel LevelOf(string word) => word == "pty" ? RunLevel.Pty : RunLevel.Virtual;

    /// <summary>Whether a text can be the id of a scenario.</summary>
    public static bool IsId(string id) => id.Length is > 0 and <= 64 && char.IsAsciiLetterOrDigit(id[0])
        && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-');

    private static string ReadId(ScenarioMap root)
    {
        string id = root.Reader.Text("id");
        return IsId(id) ? id : throw root.Error("id", $"id of the scenario is {Quoted.Of(id)}: use at most 64 small letters, digits, dots and hyphens.");
    }

    private static ScenarioRig ReadRig(ScenarioMap root, string path)
    {
        if (!root.Reader.Has("rig"))
        {
            return new ScenarioRig();
        }

        InputMap map = root.Map.Find("rig") as InputMap ?? throw root.Error("rig", $"rig must be a mapping with {string.Join(", ", ScenarioKeys.Names(ScenarioKeys.Rig))}.");
        ScenarioMap rig = new(path, map, "the rig", ScenarioKeys.Names(ScenarioKeys.Rig));
        IReadOnlyList<(string Text, int Line)> faults = rig.Texts("faults");
        if (faults.FirstOrDefault(each => each.Text.StartsWith("for=", StringComparison.Ordinal) || each.Text.StartsWith("late=", StringComparison.Ordinal)) is { Text: not null } split)
        {
            throw new InputException(path, split.Line, $"{Quoted.Of(split.Text)} is no fault: put quotes around a fault that holds a comma (\"occlusion,for=2s\").");
        }

        (CertificatesState? certificates, CalibrationSetRequest? adjustment) = CertificateKeys.Read(rig);
        return new ScenarioRig
        {
            Certificates = certificates,
            Adjustment = adjustment,
            Device = rig.Reader.Has("device") ? rig.Reader.Id("device") : null,
            Caps = rig.Reader.OptionalText("caps"),
            Plant = ReadPlant(rig, path),
            Operator = rig.Word("operator", "fast", "fast", "auto", "off") switch
            {
                "auto" => OperatorPace.Auto,
                "off" => OperatorPace.Off,
                _ => OperatorPace.Fast,
            },
            Weather = ReadWeather(rig, path),
            Faults = [.. faults.Select(each => FaultReader.Parse(each.Text, path, each.Line))],
            FaultTexts = [.. faults.Select(each => each.Text)],
            CalibrationDueDay = rig.Reader.OptionalText("calibration_due") switch
            {
                null => new ScenarioRig().CalibrationDueDay,
                "never" => 0,
                _ => (uint)rig.Reader.Day("calibration_due"),
            },
            Start = rig.Reader.Has("start") ? DateTimeOffset.UnixEpoch.AddDays(rig.Reader.Day("start")).AddHours(9) : null,
            AnswerMs = rig.OptionalDuration("answer") ?? 5,
            Answers = [.. rig.Maps("answers", "answer", ScenarioKeys.Names(ScenarioKeys.Answer)).Select(each => (each.Reader.Text("to"), each.Reader.Word("with", "yes", "no", "nothing")))],
            LinkPatienceMs = rig.OptionalDuration("link_patience") ?? 30_000,
            ResumeMs = rig.OptionalDuration("resume"),
            ResumesMax = (int)(rig.Reader.OptionalNumber("resumes", 0, 1000) ?? 20),
            DiskMs = rig.OptionalDuration("disk") ?? 0,
        };
    }

    private static Dictionary<string, string> ReadPlant(ScenarioMap rig, string path)
    {
        if (!rig.Reader.Has("plant"))
        {
            return [];
        }

        InputMap map = rig.Map.Find("plant") as InputMap ?? throw rig.Error("plant", "plant of the rig must be a mapping of constants, as fluid.viscosity_upas: 20000.");
        return map.Entries.ToDictionary(
            entry => entry.Key.Text,
            entry => entry.Value is InputScalar scalar ? scalar.Text : throw new InputException(path, entry.Value.Line, $"{entry.Key.Text} of plant must be one value."));
    }

    private static LinkWeather? ReadWeather(ScenarioMap rig, string path)
    {
        if (!rig.Reader.Has("weather"))
        {
            return LinkWeather.Clear;
        }

        if (rig.Map.Find("weather") is not InputMap map)
        {
            return WeatherOf(rig.Reader.Word("weather", "clear", "ordinary", "drawn"));
        }

        MapReader of = new ScenarioMap(path, map, "the weather", ScenarioKeys.Names(ScenarioKeys.Weather)).Reader;
        int Permille(string key) => (int)(of.OptionalNumber(key, 0, 1000) ?? 0);
        int Ms(string key, int otherwise) => (int)(of.OptionalNumber(key, 0, 600_000) ?? otherwise);
        return new LinkWeather
        {
            LossPermille = Permille("loss_permille"),
            DuplicatePermille = Permille("duplicate_permille"),
            ReplayPermille = Permille("replay_permille"),
            ReplayMsMax = Ms("replay_ms_max", 2000),
            ReorderPermille = Permille("reorder_permille"),
            FlipPermille = Permille("flip_permille"),
            TruncatePermille = Permille("truncate_permille"),
            MergePermille = Permille("merge_permille"),
            DelayMsMax = Ms("delay_ms_max", 0),
            SilenceEveryMs = Ms("silence_every_ms", 0),
            CutEveryMs = Ms("cut_every_ms", 0),
        };
    }

    /// <summary>The weather of a word; null is drawn from the seed.</summary>
    public static LinkWeather? WeatherOf(string word) => word switch
    {
        "ordinary" => LinkWeather.Ordinary,
        "drawn" => null,
        _ => LinkWeather.Clear,
    };

    private static ScenarioStep ReadStep(ScenarioMap step, string path)
    {
        Condition? when = step.Reader.OptionalText("when") is { } waits ? ConditionForms.Parse(waits, path, step.LineOf("when")) : null;
        ScenarioAction? action = step.Reader.OptionalText("do") is { } does ? ActionForms.Parse(does, path, step.LineOf("do")) : null;
        Condition? expect = step.Reader.OptionalText("expect") is { } expects ? ConditionForms.Parse(expects, path, step.LineOf("expect")) : null;
        int? at = step.OptionalDuration("at");
        if ((action is null) == (expect is null))
        {
            throw new InputException(path, step.Line, "A step has one of do and expect.");
        }

        if (at is not null && (when is not null || step.Reader.Has("after")))
        {
            throw step.Error("at", "A step waits for one of at and when; after goes with when or alone.");
        }

        return step.Reader.Has("within") && expect is null
            ? throw step.Error("within", "within goes with expect.")
            : new ScenarioStep(at, step.OptionalDuration("after") ?? 0, when, action, expect, step.OptionalDuration("within") ?? 0, step.Line);
    }

    private static Expectation ReadExpectation(ScenarioMap map, string path)
    {
        ExpectationKind[] kinds = [.. Enum.GetValues<ExpectationKind>().Where(kind => map.Reader.Has(KeyOf(kind)))];
        if (kinds.Length != 1)
        {
            throw new InputException(path, map.Line, $"An expectation has one of {string.Join(", ", Enum.GetValues<ExpectationKind>().Select(KeyOf))}.");
        }

        ExpectationKind kind = kinds[0];
        Expectation read = new(
            kind, kind == ExpectationKind.Runs ? "" : map.Reader.Text(KeyOf(kind)), map.Reader.Has("zone") ? map.Reader.Id("zone") : null,
            map.Reader.OptionalNumber("equals", 0, long.MaxValue), map.Reader.OptionalNumber("at_least", 0, long.MaxValue),
            map.Reader.OptionalNumber("at_most", 0, long.MaxValue), map.Reader.OptionalNumber("tolerance", 0, long.MaxValue) ?? 0,
            kind == ExpectationKind.Runs ? ReadRuns(map, path) : [], map.Line);
        FigureCheck.Require(read, map);
        return read;
    }

    private static List<string> ReadRuns(ScenarioMap map, string path)
    {
        List<string> runs = [];
        foreach ((string text, int line) in map.Texts("runs"))
        {
            runs.Add(Ends.Contains(text) ? text : throw new InputException(path, line, $"{Quoted.Of(text)} is no end of a run: allowed are {string.Join(", ", Ends)}."));
        }

        return runs;
    }

    private static string KeyOf(ExpectationKind kind) => kind.ToString().ToLowerInvariant();

    private static List<Excuse> ReadExcuses(ScenarioMap root, string path)
    {
        List<Excuse> excuses = [];
        foreach (ScenarioMap map in root.Maps("excuse", "excuse", ScenarioKeys.Names(ScenarioKeys.Excuse)))
        {
            excuses.Add(new Excuse(map.Reader.Integer("invariant", 1, InvariantMax), map.Reader.Text("because")));
        }

        if (!root.Reader.Has("always"))
        {
            return excuses;
        }

        HashSet<int> always = [];
        foreach ((string text, int line) in root.Texts("always"))
        {
            always.Add(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= InvariantMax
                ? number
                : throw new InputException(path, line, $"{Quoted.Of(text)} is no invariant: they are 1 to {InvariantMax}."));
        }

        int[] unsaid = [.. Enumerable.Range(1, InvariantMax).Where(number => !always.Contains(number) && excuses.All(excuse => excuse.Invariant != number))];
        return unsaid.Length == 0 && excuses.All(excuse => !always.Contains(excuse.Invariant))
            ? excuses
            : throw root.Error("always", $"always and excuse name each of the invariants 1 to {InvariantMax} once: excuse those that are left out, with a reason.");
    }
}
