using System.CommandLine;
using System.Text.Json.Nodes;
using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic;
using MesoPen.Host.Input;

namespace MesoPen.Host.Cli;

/// <summary><c>mesopen certificate list|show|export|verify|revoke</c>.</summary>
internal static class CertificateVerb
{
    public static Command Build(CliContext context) => new("certificate", "Calibration certificates: what was issued, what counts, and whether a file is right")
    {
        List(context), Show(context), Export(context), CertificateVerifyVerb.Build(context), CertificateRevokeVerb.Build(context),
    };

    private static Command List(CliContext context)
    {
        JournalPlace place = new();
        Option<bool> json = JsonOption();
        Command list = place.AddTo(new Command("list", "The certificates of the site, oldest first") { json });
        list.SetAction((parsed, cancel) => context.GuardAsync(parsed, json, async () =>
        {
            await using CertificateJournal journal = CertificateJournal.Open(parsed.GetValue(place.Data), parsed.GetValue(place.Database), context.Clock);
            ClinicState state = await journal.StateAsync(cancel);
            IssuedCertificate[] all = [.. state.Certificates.All.Values.OrderBy(each => each.IssuedAt).ThenBy(each => each.Id, StringComparer.Ordinal)];
            if (parsed.GetValue(json))
            {
                foreach (IssuedCertificate each in all)
                {
                    context.Json(ToJson(state, each, context.Clock));
                }

                return ExitCode.Completed;
            }

            TextTable table = new("Certificate", "Device", "Serial", "Kind", "Issued", "Counts until", "Standing");
            foreach (IssuedCertificate each in all)
            {
                table.Add(
                    each.Id, PlainText.Of(each.Model), PlainText.Of(each.Serial), FigureText.Word(each.Kind),
                    FigureText.Day(DateOnly.FromDateTime(each.IssuedAt.UtcDateTime)), FigureText.Day(each.DueDay), Standing(state, each, context.Clock));
            }

            table.Write(context.Output);
            return ExitCode.Completed;
        }));
        return list;
    }

    private static Command Show(CliContext context)
    {
        Argument<string> number = new("CERTIFICATE") { Description = "Number of the certificate" };
        JournalPlace place = new();
        Option<bool> json = JsonOption();
        Command show = place.AddTo(new Command("show", "What a certificate says, and whether it counts") { number, json });
        show.SetAction((parsed, cancel) => context.GuardAsync(parsed, json, async () =>
        {
            await using CertificateJournal journal = CertificateJournal.Open(parsed.GetValue(place.Data), parsed.GetValue(place.Database), context.Clock);
            ClinicState state = await journal.StateAsync(cancel);
            if (await FindAsync(journal, state.Certificates, parsed.GetRequiredValue(number), cancel) is not ({ } issued, { } signed))
            {
                return context.BadInput(parsed.GetValue(json), Unknown(parsed.GetRequiredValue(number)));
            }

            if (parsed.GetValue(json))
            {
                JsonObject line = ToJson(state, issued, context.Clock);
                line["document"] = JsonNode.Parse(signed.ToJson());
                context.Json(line);
            }
            else
            {
                CertificateText.Write(context.Output, Standing(state, issued, context.Clock), issued, signed);
            }

            return ExitCode.Completed;
        }));
        return show;
    }

    private static Command Export(CliContext context)
    {
        Argument<string> number = new("CERTIFICATE") { Description = "Number of the certificate" };
        JournalPlace place = new();
        Option<string> form = new("--form")
        {
            Description = "html: sheets of A4 to print; json: the record; csv: the readings; dcc: PTB's XML; fhir: DeviceMetric", HelpName = "FORM",
            DefaultValueFactory = _ => "html",
        };
        form.AcceptOnlyFromAmong([.. CertificateForms.All.Keys]);
        Option<string?> output = new("--out") { Description = "File to write; standard output if left out. It must not exist", HelpName = "FILE" };
        Option<bool> json = new("--json") { Description = "Say errors as lines of JSON too" };
        Command export = place.AddTo(new Command("export", "Take a certificate out of the records") { number, form, output, json });
        export.SetAction((parsed, cancel) => context.GuardAsync(parsed, json, async () =>
        {
            await using CertificateJournal journal = CertificateJournal.Open(parsed.GetValue(place.Data), parsed.GetValue(place.Database), context.Clock);
            CertificatesState state = (await journal.StateAsync(cancel)).Certificates;
            if (await FindAsync(journal, state, parsed.GetRequiredValue(number), cancel) is not (_, { } signed))
            {
                return context.BadInput(parsed.GetValue(json), Unknown(parsed.GetRequiredValue(number)));
            }

            string made = CertificateForms.All[parsed.GetRequiredValue(form)].Make(signed);
            if (parsed.GetValue(output) is { } file)
            {
                NewFile.Write(file, made);
            }
            else
            {
                context.Output.Write(made);
            }

            return ExitCode.Completed;
        }));
        return export;
    }

    /// <summary>A certificate as a line of JSON.</summary>
    public static JsonObject ToJson(ClinicState state, IssuedCertificate each, TimeProvider clock) => new()
    {
        ["type"] = "certificate", ["certificate"] = each.Id, ["calibration"] = each.CalibrationId, ["model"] = each.Model, ["serial"] = each.Serial,
        ["kind"] = FigureText.Word(each.Kind), ["standing"] = Standing(state, each, clock), ["issued_at_unix_ms"] = each.IssuedAt.ToUnixTimeMilliseconds(),
        ["authorised_by"] = each.AuthorisedBy, ["due_day"] = FigureText.Day(each.DueDay), ["shots_max"] = each.ShotsMax, ["range_min"] = each.RangeMin,
        ["range_max"] = each.RangeMax, ["sha256"] = each.Sha256, ["key"] = each.KeyFingerprint, ["revoked_by"] = each.RevokedBy, ["revoked_for"] = each.RevokedFor,
    };

    /// <summary>How it stands, in a word: in-force, expired, worn, drifted, revoked, superseded.</summary>
    public static string Standing(ClinicState state, IssuedCertificate each, TimeProvider clock) =>
        FigureText.Word(CertificateStanding.Listed(state, each, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)));

    private static async Task<(IssuedCertificate? Issued, SignedCertificate? Signed)> FindAsync(
        CertificateJournal journal, CertificatesState state, string number, CancellationToken cancel)
    {
        if (!state.All.TryGetValue(number, out IssuedCertificate? issued))
        {
            return (null, null);
        }

        string document = await journal.DocumentAsync(number, cancel);
        return (issued, SignedCertificate.Read(document, out string reason)
            ?? throw new InputException(number, 0, $"The record of this certificate cannot be read: {reason}"));
    }

    private static Option<bool> JsonOption() => new("--json") { Description = "Answer with lines of JSON" };

    private static string Unknown(string number) => $"There is no certificate {PlainText.Of(number)} in this journal: certificate list shows those that are.";
}
