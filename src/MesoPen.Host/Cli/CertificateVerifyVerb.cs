using System.CommandLine;
using System.Text.Json.Nodes;
using MesoPen.Host.Calibration;
using MesoPen.Host.Input;

namespace MesoPen.Host.Cli;

/// <summary><c>mesopen certificate verify</c>: offline, from the files alone.</summary>
internal static class CertificateVerifyVerb
{
    // A certificate is some hundred kilobytes; what is larger by so much is something else.
    private const long BytesMost = 64L << 20;

    public static Command Build(CliContext context)
    {
        Argument<string[]> files = new("FILE")
        {
            Description = "Certificate (JSON, HTML or DCC XML); more of them, earlier ones, and their CSV and FHIR may follow", Arity = ArgumentArity.OneOrMore,
        };
        Option<string?> key = new("--key") { Description = "Fingerprint of the site's key: it must have signed", HelpName = "FINGERPRINT" };
        Option<string?> data = new("--data") { Description = "Data folder of the site: also check that it was issued there and counts", HelpName = "DIR" };
        Option<string?> database = new("--database") { Description = "The same with the site's PostgreSQL database", HelpName = "CONNECTION" };
        Option<bool> json = new("--json") { Description = "Answer with lines of JSON" };
        Command verify = new("verify", "Compute every number of a certificate anew from its readings, and check hash, signatures and chain")
        {
            files, key, data, database, json,
        };
        verify.SetAction((parsed, cancel) => context.GuardAsync(parsed, json, async () =>
        {
            bool asJson = parsed.GetValue(json);
            string? pinned = parsed.GetValue(key)?.ToLowerInvariant();
            if (pinned is not null && !(pinned.Length == 64 && pinned.All(char.IsAsciiHexDigit)))
            {
                return context.BadInput(asJson, "--key takes the 64 hexadecimal digits of a fingerprint.");
            }

            CertificateFile[] given = [.. parsed.GetRequiredValue(files).Select(Read)];
            CertificatesState? state = null;
            if (parsed.GetValue(data) is not null || parsed.GetValue(database) is not null)
            {
                await using CertificateJournal journal = CertificateJournal.Open(parsed.GetValue(data), parsed.GetValue(database), context.Clock);
                state = (await journal.StateAsync(cancel)).Certificates;
            }

            CertificateVerification verification = new(CertificateDraft.Of, pinned, state, DateOnly.FromDateTime(context.Clock.GetUtcNow().UtcDateTime));
            if (verification.Check(given) is not { } findings)
            {
                CertificateFile none = given.First(each => each.Signed is null);
                return context.BadInput(asJson, $"{PlainText.Of(none.Name)} is not a certificate: {PlainText.Of(none.Reason)}");
            }

            return Say(context, findings, asJson);
        }));
        return verify;
    }

    private static int Say(CliContext context, IReadOnlyList<CertificateFinding> findings, bool json)
    {
        foreach (CertificateFinding each in findings)
        {
            string kind = FigureText.Word(each.Kind);
            if (json)
            {
                context.Json(new JsonObject { ["type"] = "finding", ["file"] = each.File, ["kind"] = kind, ["check"] = each.Check, ["sentence"] = each.Sentence });
            }
            else
            {
                context.Output.WriteLine($"{kind,-5}  {PlainText.Of(each.File)}  {each.Check}: {PlainText.Of(each.Sentence)}");
            }
        }

        int wrong = findings.Count(each => each.Kind == FindingKind.Wrong);
        if (json)
        {
            context.Json(new JsonObject { ["type"] = "verified", ["ok"] = wrong == 0, ["wrong"] = wrong });
        }
        else
        {
            context.Output.WriteLine(wrong == 0 ? "All right." : $"Not right: {FigureText.Whole(wrong)} finding{(wrong == 1 ? "" : "s")}. Do not rely on this file.");
        }

        return wrong == 0 ? ExitCode.Completed : ExitCode.Refused;
    }

    private static CertificateFile Read(string path)
    {
        try
        {
            FileInfo file = new(path);
            return file.Length > BytesMost
                ? throw new InputException(path, 0, "The file is too large for a certificate.")
                : CertificateFile.Of(file.Name, File.ReadAllBytes(path));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException(path, 0, $"The file cannot be read ({failure.Message}).", failure);
        }
    }
}
