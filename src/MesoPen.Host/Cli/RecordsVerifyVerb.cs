using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using MesoPen.Host.Records;

namespace MesoPen.Host.Cli;

/// <summary><c>mesopen records verify</c>: of a data folder or of the shared database. Needs no server process of MesoPen's.</summary>
internal static class RecordsVerifyVerb
{
    public static Command Build(CliContext context)
    {
        JournalPlace place = new();
        Option<string?> head = HeadOption();
        Option<bool> json = new("--json") { Description = "Answer with lines of JSON" };
        Command verify = place.AddTo(new Command("verify", "Check that no record was changed, removed or put in between") { head, json });
        verify.SetAction((parsed, cancel) => context.GuardAsync(parsed, json, async () =>
        {
            bool asJson = parsed.GetValue(json);
            if (!IsHead(parsed.GetValue(head)))
            {
                return context.BadInput(asJson, HeadSentence);
            }

            JournalVerdict verdict = parsed.GetValue(place.Data) is { } folder
                ? OfFolder(folder, parsed.GetValue(head))
                : await OfDatabaseAsync(parsed.GetValue(place.Database)!, parsed.GetValue(head), cancel);
            return Say(context, verdict, asJson);
        }));
        return verify;
    }

    /// <summary>What a head that is none is answered with.</summary>
    public const string HeadSentence = "--head takes the 64 hexadecimal digits that records verify printed.";

    /// <summary>The option that names a hash kept from earlier.</summary>
    public static Option<string?> HeadOption() => new("--head")
    {
        Description = "Hash of a record kept from earlier: it must still be in the journal, else its end was cut off", HelpName = "HASH",
    };

    /// <summary>Whether it is a hash, or nothing.</summary>
    public static bool IsHead(string? head) => head is null || (head.Length == 64 && head.All(char.IsAsciiHexDigit));

    /// <summary>Says what a check found.</summary>
    public static int Say(CliContext context, JournalVerdict verdict, bool json)
    {
        if (json)
        {
            context.Json(VerdictJson(verdict));
        }
        else if (verdict.Broken is { } broken)
        {
            context.Output.WriteLine(broken.Sequence > 0 ? $"Broken at record {Shown(broken.Sequence)}. {broken.Reason}" : broken.Reason);
        }
        else
        {
            context.Output.WriteLine($"{Shown(verdict.Head.Sequence)} records, every one as it was written.");
            context.Output.WriteLine($"Head: {verdict.Head.Hash}");
        }

        return verdict.Broken is null ? ExitCode.Completed : ExitCode.BadInput;
    }

    private static JournalVerdict OfFolder(string folder, string? head)
    {
        using JournalReader reader = JournalReader.Open(folder);
        return reader.Verify(head);
    }

    private static async Task<JournalVerdict> OfDatabaseAsync(string connection, string? head, CancellationToken cancel)
    {
        await using PostgresSiteJournal journal = PostgresSiteJournal.ToRead(connection);
        return await journal.VerifyAsync(head, cancel);
    }

    private static JsonObject VerdictJson(JournalVerdict verdict) => new()
    {
        ["type"] = "verify", ["ok"] = verdict.Broken is null, ["records"] = verdict.Head.Sequence, ["head"] = verdict.Head.Hash,
        ["broken"] = verdict.Broken is { } broken ? new JsonObject { ["sequence"] = broken.Sequence, ["reason"] = broken.Reason } : null,
    };

    private static string Shown(long value) => value.ToString(CultureInfo.InvariantCulture);
}
