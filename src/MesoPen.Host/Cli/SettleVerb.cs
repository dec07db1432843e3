using System.CommandLine;
using MesoPen.Host.Control;
using MesoPen.Host.Records;
using MesoPen.Kernel;

namespace MesoPen.Host.Cli;

/// <summary><c>mesopen records settle</c>: the way out when a device will not come back to tell what it did.</summary>
internal static class SettleVerb
{
    public static Command Build(CliContext context)
    {
        Argument<string> session = new("SESSION") { Description = "Session that cannot be resumed because its device is lost" };
        Option<string> data = RecordsVerb.DataOption();
        Option<bool> json = new("--json") { Description = "Answer with lines of JSON" };
        Option<string> person = new("--person") { Description = "Who takes the unknown shots over", HelpName = "NAME", Required = true };
        Option<string> reason = new("--reason") { Description = "Why the device's journal cannot settle them", HelpName = "TEXT", Required = true };
        Command settle = new("settle", "Take unknown shots over as delivered and close the session, when its device will not come back")
        {
            session, data, json, person, reason,
        };
        settle.SetAction(parsed => context.Guard(parsed, json, () =>
        {
            bool asJson = parsed.GetValue(json);
            string folder = parsed.GetRequiredValue(data);
            string id = parsed.GetRequiredValue(session);
            IReadOnlyList<JournalRow> rows = Rows(folder, id);
            if (rows.Count == 0)
            {
                return context.BadInput(asJson, $"There is no session {id} in this journal: records list shows those that are.");
            }

            if (Rows(folder, "treatment/" + id).Count > 0)
            {
                return context.BadInput(asJson, "This is a clinic's session: settle it at the station, POST /api/v1/station/settle, while mesopen serve runs.");
            }

            long now = context.Clock.GetUtcNow().ToUnixTimeMilliseconds();
            if (OfflineSettlement.Of(rows, parsed.GetRequiredValue(person), parsed.GetRequiredValue(reason), now, out string refusal) is not { } records)
            {
                return context.BadInput(asJson, refusal);
            }

            Append(folder, id, now, records);
            SessionAccount account = SessionAccount.Of(Rows(folder, id));
            if (asJson)
            {
                context.Json(account.ToJson(id));
            }
            else
            {
                account.Write(context.Output);
            }

            return ExitCode.Completed;
        }));
        return settle;
    }

    private static IReadOnlyList<JournalRow> Rows(string folder, string session)
    {
        using JournalReader reader = JournalReader.Open(folder);
        return reader.Read(session);
    }

    private static void Append(string folder, string session, long now, IReadOnlyList<SessionRecord> records)
    {
        using SqliteJournal journal = SqliteJournal.Open(folder);
        SessionRecordCodec codec = new(null);
        journal.Append([.. records.Select(record => codec.Encode(session, now, record))]);
    }
}
