using System.CommandLine;
using System.Text.Json.Nodes;
using MesoPen.Host.Input;
using MesoPen.Host.Records;

namespace MesoPen.Hil;

/// <summary><c>mesopen-hil from-journal</c>: a treatment's journal becomes a scenario.</summary>
internal static class FromJournalCommand
{
    public static Command Build(TextWriter output)
    {
        Argument<string> folder = new("DIR") { Description = "Data folder of the treatment (mesopen treat --data DIR)" };
        Option<string?> session = new("--session") { Description = "Session; the newest if left out", HelpName = "ID" };
        Option<string?> plan = new("--plan") { Description = "The plan file that it was done under, if it is not where the journal says", HelpName = "FILE" };
        Option<string?> file = new("--out") { Description = "Write to this file instead of standard output", HelpName = "FILE.yaml" };
        Option<string> id = new("--id") { Description = "Id of the scenario", HelpName = "ID", DefaultValueFactory = _ => "from-journal" };
        Option<string> profiles = HilOptions.Profiles();
        Option<string> zones = HilOptions.Zones();
        Command command = new("from-journal", "Make a scenario of a treatment, without persons. Example: mesopen-hil from-journal ~/clinic --out field-1.yaml")
        {
            folder, session, plan, file, id, profiles, zones,
        };
        command.SetAction(parsed =>
        {
            string name = parsed.GetValue(id)!;
            if (!ScenarioReader.IsId(name))
            {
                throw new InputException(name, 0, "This is no id of a scenario: use at most 64 small letters, digits, dots and hyphens.");
            }

            IReadOnlyList<JournalRow> rows = Rows(parsed.GetValue(folder)!, parsed.GetValue(session));
            TreatmentInput input = Input(rows, parsed.GetValue(plan), new HardwareFolder(parsed.GetValue(zones)!, parsed.GetValue(profiles)!));
            string text = JournalScenario.Of(rows, input, name);
            if (parsed.GetValue(file) is { } path)
            {
                File.WriteAllText(path, text);
            }
            else
            {
                output.Write(text);
            }

            return HilExit.Passed;
        });
        return command;
    }

    private static List<JournalRow> Rows(string folder, string? session)
    {
        try
        {
            using JournalReader reader = JournalReader.Open(folder);
            IReadOnlyList<JournalRow> all = reader.Read();
            string newest = session ?? (all.Count > 0 ? all[^1].Stream : throw new InputException(folder, 0, "The journal is empty: name another folder."));
            List<JournalRow> rows = [.. all.Where(row => row.Stream == newest)];
            return rows.Count > 0 ? rows : throw new InputException(folder, 0, $"There is no session {newest}: mesopen records list --data {folder} shows them.");
        }
        catch (RecordStoreException unread)
        {
            throw new InputException(folder, 0, unread.Message, unread);
        }
    }

    private static TreatmentInput Input(IReadOnlyList<JournalRow> rows, string? plan, HardwareFolder hardware)
    {
        JsonNode opened = JsonNode.Parse(rows.First(row => row.Kind == "session-opened").Body)!;
        string path = plan ?? (string)opened["plan_path"]!;
        if (plan is null && !File.Exists(path))
        {
            throw new InputException(path, 0, "The plan of this session is not there any more: name it with --plan.");
        }

        PlanFile read = PlanFile.Load(path);
        return read.File.Sha256 == (string?)opened["plan_sha256"]
            ? hardware.Assemble(read)
            : throw new InputException(path, 0, $"This is not the plan that the session was done under (its SHA-256 is {opened["plan_sha256"]}): name that one with --plan.");
    }
}
