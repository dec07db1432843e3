using System.CommandLine;
using System.Text.Json.Nodes;
using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Configuration;
using MesoPen.Host.Connection;
using MesoPen.Host.Input;

namespace MesoPen.Host.Cli;

/// <summary><c>mesopen calibrate list|accept|decline|revert|abort|sign|issue</c>: what people decide about a calibration.</summary>
internal static class CalibrationDecisionVerbs
{
    private const Role Deciders = CertificateRules.Authorisers;

    public static IEnumerable<Command> Build(CliContext context)
    {
        yield return List(context);
        yield return Decide(context, "accept", "Accept the proposed adjustment, as a second person", signs: true, (state, id, _, who) => CalibrationRules.AcceptAdjustment(state, id, who));
        yield return Decide(context, "decline", "Leave the device as it is", signs: false, CalibrationRules.DeclineAdjustment);
        yield return Decide(context, "abort", "Give a calibration up", signs: false, CalibrationRules.Abort);
        yield return Decide(context, "revert", "Take an adjustment back: the next --resume sets the scale before", signs: false, CalibrationRules.Revert);
        yield return Decide(context, "sign", "Sign the readings, as the one who measured", signs: true, (state, id, _, who) => CalibrationRules.Sign(state, id, who));
        yield return Issue(context);
    }

    private static Command List(CliContext context)
    {
        SiteOptions site = new();
        Command verb = new("list", "The calibrations of this journal");
        site.AddTo(verb);
        verb.SetAction((parsed, cancel) => context.GuardAsync(parsed, site.Json, async () =>
        {
            await using BenchPlace place = await BenchPlace.OpenAsync(site.Settings(parsed), context.Clock, cancel);
            ClinicState state = await place.Desk.ReadAsync(cancel);
            foreach (CalibrationRun run in state.Calibrations.All.Values.OrderBy(run => run.BegunAt))
            {
                string? certificate = state.Certificates.OfCalibration(run.Id);
                if (parsed.GetValue(site.Json))
                {
                    context.Json(new JsonObject
                    {
                        ["type"] = "calibration", ["calibration_id"] = run.Id, ["kind"] = run.Begun.Kind.ToString(), ["serial"] = run.Begun.Device.Serial,
                        ["phase"] = run.Phase.ToString(), ["begun_at"] = run.BegunAt.ToString("yyyy-MM-ddTHH:mm:ssZ"), ["certificate_id"] = certificate,
                    });
                }
                else
                {
                    context.Output.WriteLine(
                        $"{run.Id}  {run.BegunAt:yyyy-MM-dd HH:mm}  {run.Begun.Kind,-9}  {PlainText.Of(run.Begun.Device.Serial)}  {run.Phase}{(certificate is null ? "" : "  " + certificate)}");
                }
            }

            return ExitCode.Completed;
        }));
        return verb;
    }

    private static Command Decide(
        CliContext context, string name, string description, bool signs, Func<ClinicState, string, string, Actor, Decision> rule)
    {
        SiteOptions site = new();
        SigningOptions signing = new(signs);
        Argument<string> id = new("CALIBRATION") { Description = "Id of the calibration" };
        Option<string> reason = new("--reason") { Description = "Why, in one line", HelpName = "TEXT", DefaultValueFactory = _ => "" };
        Command verb = new(name, description) { id };
        if (!signs)
        {
            verb.Add(reason);
        }

        signing.AddTo(verb);
        site.AddTo(verb);
        verb.SetAction((parsed, cancel) => context.GuardAsync(parsed, site.Json, () => SigningOptions.RefusedAsync(context, parsed, site.Json, async () =>
        {
            await using BenchPlace place = await BenchPlace.OpenAsync(site.Settings(parsed), context.Clock, cancel);
            Actor who = await signing.WhoAsync(context, parsed, place, Deciders, cancel);
            await place.DecideAsync(who, (state, actor) => rule(state, parsed.GetRequiredValue(id), signs ? "" : parsed.GetRequiredValue(reason), actor));
            Say(context, parsed.GetValue(site.Json), new JsonObject { ["type"] = "decided", ["decision"] = name, ["calibration_id"] = parsed.GetRequiredValue(id) },
                $"Calibration {parsed.GetRequiredValue(id)}: {name} done.");
            return ExitCode.Completed;
        })));
        return verb;
    }

    private static Command Issue(CliContext context)
    {
        SiteOptions site = new();
        SigningOptions signing = new(signs: true);
        Argument<string> id = new("CALIBRATION") { Description = "Id of the calibration" };
        Option<string?> device = new("--device") { Description = "Where the device is, if not where it was", HelpName = "ADDRESS" };
        Command verb = new("issue", "Authorise the certificate, as a second person, and tell the device its due day") { id, device };
        signing.AddTo(verb);
        site.AddTo(verb);
        verb.SetAction((parsed, cancel) => context.GuardAsync(parsed, site.Json, () => SigningOptions.RefusedAsync(context, parsed, site.Json, async () =>
        {
            SettingsFile settings = site.Settings(parsed);
            await using BenchPlace place = await BenchPlace.OpenAsync(settings, context.Clock, cancel);
            Actor who = await signing.WhoAsync(context, parsed, place, Deciders, cancel);
            string calibration = parsed.GetRequiredValue(id);
            using SiteKey key = SiteKeyFile.Open(settings.Need(SettingsCatalogue.Data));
            CertificateDraft? draft = CertificateIssue.DraftOf(await place.Desk.ReadAsync(cancel), calibration);
            (string number, ClinicState state) = await place.DecideAsync(who, (now, actor) => CertificateIssue.Issue(now, calibration, draft, key, actor));
            IssuedCertificate issued = state.Certificates.All[number];
            await TellDeviceAsync(context, parsed.GetValue(device), place, calibration, issued, cancel);
            Say(context, parsed.GetValue(site.Json),
                new JsonObject { ["type"] = "issued", ["calibration_id"] = calibration, ["certificate_id"] = issued.Id, ["due_on"] = issued.DueDay.ToString("yyyy-MM-dd"), ["sha256"] = issued.Sha256 },
                $"Certificate {issued.Id}, due on {issued.DueDay:yyyy-MM-dd}. The device holds it.");
            return ExitCode.Completed;
        })));
        return verb;
    }

    private static void Say(CliContext context, bool json, JsonObject line, string sentence)
    {
        if (json)
        {
            context.Json(line);
        }
        else
        {
            context.Output.WriteLine(sentence);
        }
    }

    private static async Task TellDeviceAsync(
        CliContext context, string? address, BenchPlace place, string calibration, IssuedCertificate issued, CancellationToken cancel)
    {
        CalibrationRun run = place.Desk.Known.Calibrations.All[calibration];
        await using ThreadCalibrationDevice device = BenchPlace.Reach(
            address ?? run.Begun.Bench.DeviceAddress, new ExpectedDevice(run.Begun.Device.Model, run.Begun.Device.Serial, run.Begun.Device.Needles), context.Clock);
        await CertificateIssue.TellAsync(place.Desk, place.Station, run, issued, device, cancel);
    }
}
