using System.CommandLine;
using System.Globalization;
using MesoPen.Host.Calibration;
using MesoPen.Host.Calibration.Metrology;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Connection;
using MesoPen.Host.Input;

namespace MesoPen.Host.Cli;

/// <summary><c>mesopen calibrate volume|depth|occlusion</c>: a calibration at a bench without a server, or the rest of one.</summary>
internal sealed class CalibrateVerb
{
    private readonly CliContext _context;
    private readonly CalibrationKind _kind;
    private readonly SiteOptions _site = new();
    private readonly BenchOptions _bench;
    private readonly Option<string> _person = new("--person") { Description = "Sign-in name of the engineer; any name where no clinic was begun", HelpName = "ID", DefaultValueFactory = _ => Environment.UserName };
    private readonly Option<string?> _plan;
    private readonly Option<string?> _toleranceSource = new("--tolerance-source") { Description = "Who says the tolerances of --plan", HelpName = "TEXT" };
    private readonly Option<int> _months = NumberOption.Build("--months", "Months until it is due again; needed to begin", "MONTHS", 0, 0, 120);
    private readonly Option<long?> _shots = new("--shots-valid") { Description = "Shots until it is due again", HelpName = "SHOTS" };
    private readonly Option<string> _customer = new("--customer") { Description = "For whom", HelpName = "TEXT", DefaultValueFactory = _ => "own device" };
    private readonly Option<string> _where = new("--place") { Description = "Laboratory and place", HelpName = "TEXT", DefaultValueFactory = _ => Environment.MachineName };
    private readonly Option<string> _condition = new("--condition") { Description = "State in which the device came", HelpName = "TEXT", DefaultValueFactory = _ => "in use" };
    private readonly Option<string> _rule = Words("--rule", "How results are held against their limits", "guarded", "simple", "guarded", "four-way");
    private readonly Option<string> _adjust = Words("--adjust", "When an adjustment is proposed", "failed", "failed", "always", "never");
    private readonly Option<int> _needles = NumberOption.Build("--needles", "Needles to gauge, the first so many", "NEEDLES", 1, 1, 18);
    private readonly Option<bool> _resume = new("--resume") { Description = "Go on with the calibration that is open at this station" };

    private CalibrateVerb(CliContext context, CalibrationKind kind)
    {
        (_context, _kind, _bench) = (context, kind, new BenchOptions(kind));
        _plan = new("--plan")
        {
            Description = "Values to measure, as " + kind switch
            {
                CalibrationKind.Volume => "10:shots=5:n=10,50,100 in µL; 10, 50 and 100 % of the range of doses if left out",
                CalibrationKind.Depth => "1:n=5,3,6 in mm; 10, 25, 50, 75 and 100 % of the range of depths if left out",
                _ => "120:n=3:tol=12 in kPa; needed with :tol= and --tolerance-source, for no profile states a tolerance",
            },
            HelpName = "POINTS",
        };
    }

    /// <summary>The verb with all that it has below it.</summary>
    public static Command Build(CliContext context)
    {
        Command calibrate = new("calibrate", "Calibrate a device at the bench: by weighing water, with a gauge, or against a closed way out")
        {
            new CalibrateVerb(context, CalibrationKind.Volume).Measure("volume", "Volume by weighing water; procedure adapted from ISO 8655-6"),
            new CalibrateVerb(context, CalibrationKind.Depth).Measure("depth", "Depth of the needle with a gauge, out and back; MesoPen's own procedure"),
            new CalibrateVerb(context, CalibrationKind.Occlusion).Measure("occlusion", "Pressure at which the device says that the way out is closed; MesoPen's own procedure"),
        };
        foreach (Command decision in CalibrationDecisionVerbs.Build(context))
        {
            calibrate.Add(decision);
        }

        return calibrate;
    }

    private static Option<string> Words(string name, string description, string usual, params string[] words)
    {
        Option<string> option = new(name) { Description = $"{description}: {string.Join(", ", words)}", HelpName = "WORD", DefaultValueFactory = _ => usual };
        option.AcceptOnlyFromAmong(words);
        return option;
    }

    private Command Measure(string name, string description)
    {
        Command verb = new(name, description);
        foreach (Option option in _bench.All.Where(option => option != _bench.Json).Concat(
            [_person, _plan, _toleranceSource, _months, _shots, _customer, _where, _condition, _rule, _adjust, _resume]))
        {
            verb.Add(option);
        }

        if (_kind == CalibrationKind.Depth)
        {
            verb.Add(_needles);
        }

        _site.AddTo(verb);
        verb.SetAction((parsed, cancel) => _context.GuardAsync(parsed, _site.Json, () => RunAsync(parsed, cancel)));
        return verb;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        BenchTalk talk = new(_context, parsed.GetValue(_site.Json));
        string address = parsed.GetRequiredValue(_bench.Device);
        Func<EnvironmentReading>? environment = _bench.EnvironmentOf(parsed, _context.Clock);
        BeginCalibration asked = Asked(parsed);
        await using BenchPlace place = await BenchPlace.OpenAsync(_site.Settings(parsed), _context.Clock, cancel);
        Actor who = await place.WhoAsync(parsed.GetRequiredValue(_person), Role.Engineer, cancel);
        await using ThreadCalibrationDevice device = BenchPlace.Reach(address, new ExpectedDevice(), _context.Clock);
        string id;
        try
        {
            id = parsed.GetValue(_resume) ? await ResumeAsync(place, cancel) : await BeginAsync(parsed, talk, place, who, device, asked, cancel);
        }
        catch (BenchRefusedException refused)
        {
            return Fail(parsed, ExitCode.Refused, BenchRemedy.Of(refused.Problem));
        }
        catch (CalibrationDeviceException away)
        {
            return Fail(parsed, away.Trouble == CalibrationDeviceTrouble.Away ? ExitCode.LinkLost : ExitCode.DeviceFault, away.Message);
        }

        talk.Say($"Calibration {id}: {Word(_kind)} of the device at {address}. Ctrl-C stops; --resume goes on. {Procedure()}");
        TerminalHand hand = new(
            talk.Say, parsed.GetValue(_site.Json) ? talk.Json : null, TypedLines.Of(_context.Input ?? Console.In), parsed.GetValue(_bench.Yes), environment, _context.Clock);
        BenchEnd end = await place.MeasureAsync(id, device, hand, _context.Clock, talk.Show, cancel);
        return Tell(parsed, talk, (await place.Desk.ReadAsync(CancellationToken.None)).Calibrations.All[id], end);
    }

    private async Task<string> ResumeAsync(BenchPlace place, CancellationToken cancel)
    {
        CalibrationRun? open = (await place.Desk.ReadAsync(cancel)).Calibrations.OpenAt(place.Station);
        return open is null ? throw new InputException("--resume", 0, "No calibration is open at this station: begin one without --resume.")
            : open.Begun.Kind != _kind ? throw new InputException("--resume", 0, $"The open calibration {open.Id} is one of {Word(open.Begun.Kind)}: go on with "
                + $"mesopen calibrate {Word(open.Begun.Kind)} --resume, or give it up with mesopen calibrate abort {open.Id} --person ID.")
            : open.Id;
    }

    private async Task<string> BeginAsync(
        ParseResult parsed, BenchTalk talk, BenchPlace place, Actor who, ThreadCalibrationDevice device, BeginCalibration asked, CancellationToken cancel)
    {
        if (parsed.GetValue(_bench.References) is { } file)
        {
            await place.EnterReferencesAsync(who, file);
        }

        DeviceFacts facts = await device.FactsAsync(cancel);
        IReadOnlyDictionary<string, DeviceProfile> profiles = BenchPlace.Profiles(parsed.GetRequiredValue(_bench.Profiles));
        if (CalibrationBeginning.Unfit(facts, profiles) is { } unfit)
        {
            throw new CalibrationDeviceException(CalibrationDeviceTrouble.NotThisDevice, unfit);
        }

        if (CalibrationSetups.Beyond(asked, profiles[facts.Model]) is { } beyond)
        {
            throw new InputException(_kind == CalibrationKind.Depth && beyond.StartsWith("needles", StringComparison.Ordinal) ? "--needles" : "--plan", 0, beyond);
        }

        ClinicState state = await place.Desk.ReadAsync(cancel);
        string[] needed = [.. CalibrationSetups.Needed(asked.Kind), "weights"];
        asked = asked with { References = [.. state.Calibrations.References.Values.Where(each => needed.Contains(each.Role)).Select(each => each.ReferenceId)] };
        CalibrationBegun begun = CalibrationBeginning.Of(
            asked, CalibrationBeginning.NewId(), place.Station, parsed.GetRequiredValue(_bench.Device), facts, profiles[facts.Model],
            ShotPlans.For(state.Calibrations, asked.References, profiles[facts.Model], asked.Points));
        (string id, _) = await place.DecideAsync(who, (now, actor) => CalibrationRules.Begin(now, begun, asked.References, actor));
        foreach (CalibrationPoint point in _kind == CalibrationKind.Volume ? begun.Setup.Points : [])
        {
            if (ShotPlans.Of(state.Calibrations, asked.References, profiles[facts.Model], point.Nominal, point.Replicates) is { } proposed)
            {
                talk.Say(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{point.Nominal / 1e3:0.###} µL: {Shots(point.ShotsPerReading)} in a weighing, {point.Replicates} weighings. Proposed: "
                    + $"{Shots(proposed.ShotsPerWeighing)} in each, for U of about {proposed.ExpectedPercent:0.0} % in {proposed.Minutes:0} min."));
            }
        }

        return id;
    }

    private BeginCalibration Asked(ParseResult parsed) => new(
        _kind, parsed.GetRequiredValue(_bench.Device), _kind == CalibrationKind.Occlusion ? null : _bench.InstrumentOf(parsed), [],
        parsed.GetRequiredValue(_customer), parsed.GetRequiredValue(_where), parsed.GetRequiredValue(_condition), parsed.GetValue(_months),
        parsed.GetValue(_plan) is { } plan ? BenchOptions.PointsOf(_kind, plan, parsed.GetValue(_toleranceSource)) : null,
        parsed.GetValue(_rule) switch { "simple" => DecisionRule.Simple, "four-way" => DecisionRule.FourWay, _ => DecisionRule.Guarded },
        parsed.GetValue(_shots),
        Needles: _kind == CalibrationKind.Depth ? parsed.GetValue(_needles) : null,
        DrainMs: _kind == CalibrationKind.Volume ? parsed.GetValue(_bench.Drain) : null,
        BlankMs: _kind == CalibrationKind.Volume ? parsed.GetValue(_bench.Blank) : null,
        Adjust: parsed.GetValue(_adjust) switch { "always" => AdjustWhen.Always, "never" => AdjustWhen.Never, _ => AdjustWhen.Failed });

    private int Tell(ParseResult parsed, BenchTalk talk, CalibrationRun run, BenchEnd end)
    {
        CalibrationResult? result = end.Outcome is BenchOutcome.Ended or BenchOutcome.AwaitsAcceptance ? CalibrationEvaluation.Of(run.ToData()) : null;
        int exit = end.Outcome switch
        {
            BenchOutcome.Ended => result!.Verdict is Verdict.Pass or Verdict.ConditionalPass ? ExitCode.Completed : ExitCode.Refused,
            BenchOutcome.AwaitsAcceptance => ExitCode.Waits,
            BenchOutcome.NobodyThere => ExitCode.BadInput,
            BenchOutcome.Stopped => ExitCode.Stopped,
            BenchOutcome.Away => ExitCode.LinkLost,
            BenchOutcome.Faulted => ExitCode.DeviceFault,
            _ => ExitCode.Refused,
        };
        string? text = end.Outcome switch
        {
            BenchOutcome.AwaitsAcceptance => $"{end.Sentence} {BenchReport.Proposed(run.Proposal!)} "
                + $"A second person accepts it: mesopen calibrate accept {run.Id} --person ID; then go on with --resume.",
            BenchOutcome.NobodyThere => $"{end.Sentence} What was measured stands: go on with --resume.",
            BenchOutcome.Ended => BenchReport.Next(run, result!),
            _ => end.Sentence,
        };
        if (parsed.GetValue(_site.Json))
        {
            talk.Json(BenchReport.Json(run, result, end.Outcome.ToString(), exit, text));
            return exit;
        }

        foreach (string line in result is null ? [] : BenchReport.Lines(run, result))
        {
            talk.Say(line);
        }

        talk.Say(text ?? $"Calibration {run.Id}: {end.Outcome}.");
        return exit;
    }

    private string Procedure() => _kind switch
    {
        CalibrationKind.Volume => "Procedure adapted from ISO 8655-6.",
        CalibrationKind.Depth => "MesoPen's own procedure.",
        _ => "MesoPen's own procedure, adapted from the occlusion test of IEC 60601-2-24.",
    };

    private static string Word(CalibrationKind kind) => kind.ToString().ToLowerInvariant();

    private static string Shots(int shots) => shots == 1 ? "1 shot" : string.Create(CultureInfo.InvariantCulture, $"{shots} shots");

    private int Fail(ParseResult parsed, int exit, string sentence)
    {
        _context.Error.WriteLine(sentence);
        if (parsed.GetValue(_site.Json))
        {
            _context.Json(new System.Text.Json.Nodes.JsonObject { ["type"] = "error", ["exit"] = exit, ["message"] = sentence });
        }

        return exit;
    }
}
