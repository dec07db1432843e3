using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MesoPen.Host.Records;

namespace MesoPen.Host.Cli;

/// <summary><c>mesopen records list|show|verify</c>.</summary>
internal static class RecordsVerb
{
    public static Command Build(CliContext context) => new("records", "Read and check the journal of a data folder")
    {
        List(context), Show(context), RecordsVerifyVerb.Build(context), SettleVerb.Build(context),
    };

    /// <summary>The option that names the data folder.</summary>
    public static Option<string> DataOption() => new("--data") { Description = "Data folder, which holds the journal", HelpName = "DIR", Required = true };

    private static Option<bool> JsonOption() => new("--json") { Description = "Answer with lines of JSON" };

    private static Command List(CliContext context)
    {
        Option<string> data = DataOption();
        Option<bool> json = JsonOption();
        Command list = new("list", "The sessions, oldest first") { data, json };
        list.SetAction(parsed => context.Guard(parsed, json, () =>
        {
            using JournalReader reader = JournalReader.Open(parsed.GetRequiredValue(data));
            IReadOnlyList<SessionSummary> sessions = reader.Sessions();
            if (parsed.GetValue(json))
            {
                foreach (SessionSummary session in sessions)
                {
                    context.Json(new JsonObject
                    {
                        ["type"] = "session", ["session"] = session.Session, ["outcome"] = Outcome(session), ["rows"] = session.Rows,
                        ["first_at_unix_ms"] = session.FirstAtUnixMs, ["last_at_unix_ms"] = session.LastAtUnixMs, ["last_kind"] = session.LastKind,
                    });
                }

                return ExitCode.Completed;
            }

            TextTable table = new("Session", "Began", "Last record", "Rows", "Outcome");
            foreach (SessionSummary session in sessions)
            {
                table.Add(PlainText.Of(session.Session), Time(session.FirstAtUnixMs), Time(session.LastAtUnixMs), Shown(session.Rows), PlainText.Of(Outcome(session)));
            }

            table.Write(context.Output);
            return ExitCode.Completed;
        }));
        return list;
    }

    private static Command Show(CliContext context)
    {
        Argument<string?> session = new("SESSION") { Description = "Session to show; the newest if left out", Arity = ArgumentArity.ZeroOrOne };
        Option<string> data = DataOption();
        Option<bool> json = JsonOption();
        Option<bool> all = new("--all") { Description = "Every record too, in order (with --json they are always there)" };
        Command show = new("show", "What a session came to, zone by zone, and what is unknown") { session, data, json, all };
        show.SetAction(parsed => context.Guard(parsed, json, () =>
        {
            using JournalReader reader = JournalReader.Open(parsed.GetRequiredValue(data));
            string? id = parsed.GetValue(session) ?? (reader.Sessions() is [.., { } newest] ? newest.Session : null);
            IReadOnlyList<JournalRow> rows = id is null ? [] : reader.Read(id);
            if (rows.Count == 0 && parsed.GetValue(session) is { } asked)
            {
                return context.BadInput(parsed.GetValue(json), $"There is no session {asked} in this journal: records list shows those that are.");
            }

            foreach (JournalRow row in rows)
            {
                if (parsed.GetValue(json))
                {
                    context.Json(RowJson(row));
                }
                else if (parsed.GetValue(all))
                {
                    context.Output.WriteLine($"{Shown(row.Sequence),6}  {Time(row.AtUnixMs)}  {PlainText.Of(row.Kind),-16}  {PlainText.Of(row.Body)}");
                }
            }

            if (rows.Count > 0)
            {
                ShowAccount(context, rows, parsed.GetValue(json));
            }

            return ExitCode.Completed;
        }));
        return show;
    }

    /// <summary>What the rows come to. Rows of a later program may not add up here: they are shown all the same.</summary>
    private static void ShowAccount(CliContext context, IReadOnlyList<JournalRow> rows, bool json)
    {
        try
        {
            SessionAccount account = SessionAccount.Of(rows);
            if (json)
            {
                context.Json(account.ToJson(rows[0].Stream));
            }
            else
            {
                account.Write(context.Output);
            }
        }
        catch (RecordStoreException unread)
        {
            context.Error.WriteLine($"No account of this session: {unread.Message}");
        }
    }

    private static JsonObject RowJson(JournalRow row) => new()
    {
        ["type"] = "record", ["sequence"] = row.Sequence, ["session"] = row.Stream, ["at_unix_ms"] = row.AtUnixMs, ["kind"] = row.Kind,
        ["body"] = Body(row.Body), ["previous_hash"] = row.PreviousHash, ["hash"] = row.Hash,
    };

    /// <summary>The outcome of a closed session; "open" for one that was not closed.</summary>
    private static string Outcome(SessionSummary session) =>
        session.LastKind == "session-closed" && Body(session.LastBody) is JsonObject body && body["outcome"] is JsonValue outcome && outcome.TryGetValue(out string? word)
            ? word
            : "open";

    /// <summary>The body as JSON; as text if it is none, which the schema of the journal forbids but a changed file may hold.</summary>
    private static JsonNode? Body(string body)
    {
        try
        {
            return JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return JsonValue.Create(body);
        }
    }

    private static string Time(long unixMs)
    {
        // Beyond these bounds DateTimeOffset has no words; a journal that holds such a time is shown, not refused.
        bool sayable = unixMs >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && unixMs <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
        return sayable
            ? DateTimeOffset.FromUnixTimeMilliseconds(unixMs).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)
            : Shown(unixMs);
    }

    private static string Shown(long value) => value.ToString(CultureInfo.InvariantCulture);
}
