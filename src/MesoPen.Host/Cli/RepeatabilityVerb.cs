using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using MesoPen.Host.Calibration;
using MesoPen.Host.Calibration.Metrology;
using MesoPen.Host.Clinic;
using MesoPen.Host.Connection;
using MesoPen.Host.Input;

namespace MesoPen.Host.Cli;

/// <summary><c>mesopen repeatability</c>: a few shots into the vessel, and one line about them. Kept nowhere.</summary>
internal sealed class RepeatabilityVerb
{
    private readonly CliContext _context;
    private readonly BenchOptions _bench = new(CalibrationKind.Volume);
    private readonly Option<int> _shots = NumberOption.Build("--shots", "Shots, each weighed by itself", "SHOTS", 10, 2, 100);
    private readonly Option<decimal> _dose = new("--dose") { Description = "Dose of a shot, µL", HelpName = "UL", DefaultValueFactory = _ => 10 };

    private RepeatabilityVerb(CliContext context) => _context = context;

    /// <summary>The verb.</summary>
    public static Command Build(CliContext context)
    {
        RepeatabilityVerb self = new(context);
        Command verb = new("repeatability", "Weigh a few shots one by one: mean, spread and uncertainty in one line; nothing is recorded") { self._shots, self._dose };
        foreach (Option option in self._bench.All)
        {
            verb.Add(option);
        }

        verb.SetAction((parsed, cancel) => context.GuardAsync(parsed, self._bench.Json, () => self.RunAsync(parsed, cancel)));
        return verb;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("mesopen-bench-");
        try
        {
            return await RunAsync(parsed, folder.FullName, cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<int> RunAsync(ParseResult parsed, string folder, CancellationToken cancel)
    {
        bool json = parsed.GetValue(_bench.Json);
        BenchTalk talk = new(_context, json);
        string address = parsed.GetRequiredValue(_bench.Device);
        string? balance = _bench.InstrumentOf(parsed);
        Func<EnvironmentReading>? environment = _bench.EnvironmentOf(parsed, _context.Clock);
        long doseNl = (long)Math.Round(parsed.GetValue(_dose) * 1000);
        await using BenchPlace place = BenchPlace.Passing(folder, _context.Clock);
        await using ThreadCalibrationDevice device = BenchPlace.Reach(address, new ExpectedDevice(), _context.Clock);
        Actor who = await place.WhoAsync(Environment.UserName, Clinic.People.Role.Engineer, cancel);
        try
        {
            DeviceFacts facts = await device.FactsAsync(cancel);
            IReadOnlyDictionary<string, DeviceProfile> profiles = BenchPlace.Profiles(parsed.GetRequiredValue(_bench.Profiles));
            if (CalibrationBeginning.Unfit(facts, profiles) is { } unfit)
            {
                throw new CalibrationDeviceException(CalibrationDeviceTrouble.NotThisDevice, unfit);
            }

            await EnterReferencesAsync(parsed, place, who);
            BeginCalibration asked = new(
                CalibrationKind.Volume, address, balance, [.. (await place.Desk.ReadAsync(cancel)).Calibrations.References.Keys], "-", "-", "-", 1,
                [new PointAsked(doseNl, Replicates: parsed.GetValue(_shots), ShotsPerReading: 1)], DrainMs: parsed.GetValue(_bench.Drain),
                BlankMs: parsed.GetValue(_bench.Blank), Adjust: AdjustWhen.Never);
            CalibrationBegun begun = CalibrationBeginning.Of(
                asked, CalibrationBeginning.NewId(), place.Station, address, facts, profiles[facts.Model], _ => 1);
            (string id, _) = await place.DecideAsync(who, (now, actor) => CalibrationRules.Begin(now, begun, asked.References, actor));
            TerminalHand hand = new(
                talk.Say, json ? talk.Json : null, TypedLines.Of(_context.Input ?? Console.In), parsed.GetValue(_bench.Yes), environment, _context.Clock);
            BenchEnd end = await place.MeasureAsync(id, device, hand, _context.Clock, talk.Show, cancel);
            return end.Outcome == BenchOutcome.Ended
                ? Tell(talk, json, (await place.Desk.ReadAsync(CancellationToken.None)).Calibrations.All[id])
                : Fail(json, ExitOf(end.Outcome), end.Sentence ?? end.Outcome.ToString());
        }
        catch (CalibrationDeviceException trouble)
        {
            return Fail(json, trouble.Trouble == CalibrationDeviceTrouble.Away ? ExitCode.LinkLost : ExitCode.DeviceFault, trouble.Message);
        }
        catch (BenchRefusedException refused)
        {
            return Fail(json, ExitCode.Refused, refused.Message);
        }
    }

    /// <summary>Those of the file; without one a balance of which nothing is known but its last digit, so that U holds no certificate.</summary>
    private async Task EnterReferencesAsync(ParseResult parsed, BenchPlace place, Actor who)
    {
        if (parsed.GetValue(_bench.References) is { } file)
        {
            await place.EnterReferencesAsync(who, file);
            return;
        }

        DateOnly far = new(9999, 12, 31);
        foreach ((string role, long resolution) in new[] { ("balance", 100_000L), ("thermometer", 100L), ("barometer", 100L), ("hygrometer", 10L) })
        {
            ReferenceInstrument any = new(role, role, "not stated", "not stated", "none", far, resolution, 0, 2000, 0);
            await place.DecideAsync(who, (state, actor) => ReferenceRules.Save(state, any, actor));
        }
    }

    private static int ExitOf(BenchOutcome outcome) => outcome switch
    {
        BenchOutcome.NobodyThere => ExitCode.BadInput,
        BenchOutcome.Stopped => ExitCode.Stopped,
        BenchOutcome.Away => ExitCode.LinkLost,
        BenchOutcome.Faulted => ExitCode.DeviceFault,
        _ => ExitCode.Refused,
    };

    private static int Tell(BenchTalk talk, bool json, CalibrationRun run)
    {
        PointResult point = CalibrationEvaluation.Of(run.ToData()).Series[0].Volume[0].Stated;
        if (json)
        {
            talk.Json(new JsonObject
            {
                ["type"] = "repeatability", ["exit"] = ExitCode.Completed, ["dose_nl"] = point.Nominal, ["shots"] = point.Count, ["mean_nl"] = point.Mean,
                ["error_nl"] = point.Error, ["deviation_nl"] = point.StandardDeviation, ["cv_percent"] = point.CvPercent,
                ["expanded_nl"] = point.Uncertainty?.Expanded, ["k"] = point.Uncertainty?.K,
            });
            return ExitCode.Completed;
        }

        talk.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{point.Count} shots of {point.Nominal / 1000:0.###} µL: mean {point.Mean / 1000:0.000} µL, CV {point.CvPercent:0.00} %, U {(point.Uncertainty?.Expanded ?? 0) / 1000:0.000} µL (k = {point.Uncertainty?.K ?? 0:0.00})"));
        return ExitCode.Completed;
    }

    private int Fail(bool json, int exit, string sentence)
    {
        _context.Error.WriteLine(sentence);
        if (json)
        {
            _context.Json(new JsonObject { ["type"] = "error", ["exit"] = exit, ["message"] = sentence });
        }

        return exit;
    }
}
