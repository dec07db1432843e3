using System.CommandLine;
using System.Text.Json.Nodes;
using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Configuration;

namespace MesoPen.Host.Cli;

/// <summary><c>mesopen certificate revoke</c>: at the station itself, while it does not serve, signed with the person's own password.</summary>
internal static class CertificateRevokeVerb
{
    private const string AtTheStation = "station-console";

    public static Command Build(CliContext context)
    {
        SiteOptions options = new();
        Argument<string> number = new("CERTIFICATE") { Description = "Number of the certificate" };
        Option<string> person = new("--person") { Description = "Sign-in name of the engineer or administrator who revokes it", HelpName = "ID", Required = true };
        Option<string> reason = new("--reason") { Description = "Why, in one line", HelpName = "TEXT", Required = true };
        Command revoke = new("revoke", "Take a certificate back, for ever: asks for the password of who signs, or reads it from standard input")
        {
            number, person, reason,
        };
        options.AddTo(revoke);
        revoke.SetAction((parsed, cancel) => context.GuardAsync(parsed, options.Json, async () =>
        {
            await using SiteRecords records = await SiteRecords.OpenAsync(options.Settings(parsed), mustExist: true, cancel);
            using ClinicDesk desk = new(records.Site, context.Clock);
            string who = parsed.GetRequiredValue(person);
            if (await SigningProof.RefusedAsync(desk, AtTheStation, who, TypedPassword.Read(context, who), cancel) is { } refused)
            {
                return context.BadInput(parsed.GetValue(options.Json), refused);
            }

            Actor signer = new(who, desk.Known.People.All[who].Roles, AtTheStation, default) { Fresh = true };
            (Decision decision, ClinicState state) = await desk.DecideAsync(
                signer,
                (now, actor) => CertificateRules.Revoke(now, parsed.GetRequiredValue(number), new RevokeCertificate(parsed.GetRequiredValue(reason)), actor),
                cancel: cancel);
            if (decision.Problem is { } problem)
            {
                return Refused(context, problem, parsed.GetValue(options.Json));
            }

            return Done(context, state, decision.Id, parsed.GetValue(options.Json));
        }));
        return revoke;
    }

    private static int Refused(CliContext context, Problem problem, bool json)
    {
        context.Error.WriteLine(problem.Detail);
        if (json)
        {
            context.Json(new JsonObject { ["type"] = "error", ["exit"] = ExitCode.Refused, ["problem"] = problem.Type.Id, ["message"] = problem.Detail });
        }

        return ExitCode.Refused;
    }

    private static int Done(CliContext context, ClinicState state, string number, bool json)
    {
        IssuedCertificate revoked = state.Certificates.All[number];
        IssuedCertificate? inForce = state.Certificates.InForce(revoked.Serial, revoked.Kind);
        if (json)
        {
            JsonObject line = CertificateVerb.ToJson(state, revoked, context.Clock);
            line["in_force"] = inForce?.Id;
            context.Json(line);
        }
        else
        {
            context.Output.WriteLine($"{number} is revoked.");
            context.Output.WriteLine(inForce is null
                ? $"No certificate of serial {PlainText.Of(revoked.Serial)} and this kind is in force: it is not armed until it is calibrated."
                : $"{inForce.Id} is in force for serial {PlainText.Of(revoked.Serial)}.");
        }

        return ExitCode.Completed;
    }
}
