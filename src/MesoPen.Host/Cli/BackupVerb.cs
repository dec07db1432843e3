using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using MesoPen.Host.Records;

namespace MesoPen.Host.Cli;

/// <summary><c>mesopen backup create|verify|restore</c>: copies of the journal in one file.</summary>
internal static class BackupVerb
{
    public static Command Build(CliContext context) => new("backup", "Copy the journal into one file, check such a file, put it back")
    {
        Create(context), Verify(context), Restore(context),
    };

    private static Command Create(CliContext context)
    {
        Argument<string> file = FileArgument("Backup to make; there must be no such file yet");
        JournalPlace place = new();
        Option<bool> json = JsonOption();
        Command create = place.AddTo(new Command("create", "Copy a journal, also while it is in use") { file, json });
        create.SetAction((parsed, cancel) => context.GuardAsync(parsed, json, async () =>
        {
            string path = parsed.GetRequiredValue(file);
            DateTimeOffset now = context.Clock.GetUtcNow();
            BackupManifest manifest;
            if (parsed.GetValue(place.Data) is { } folder)
            {
                manifest = Backup.Create(path, folder, now);
            }
            else
            {
                await using PostgresSiteJournal journal = PostgresSiteJournal.ToRead(parsed.GetValue(place.Database)!);
                manifest = await Backup.CreateAsync(path, journal, now, cancel);
            }

            return Say(context, "backup-created", $"{Records(manifest)} copied to {path}.", manifest, parsed.GetValue(json));
        }));
        return create;
    }

    private static Command Verify(CliContext context)
    {
        Argument<string> file = FileArgument("Backup to check");
        Option<string?> head = RecordsVerifyVerb.HeadOption();
        Option<bool> json = JsonOption();
        Command verify = new("verify", "Check that a backup is whole and every record in it as it was written") { file, head, json };
        verify.SetAction(parsed => context.Guard(parsed, json, () => RecordsVerifyVerb.IsHead(parsed.GetValue(head))
            ? RecordsVerifyVerb.Say(context, Backup.Verify(parsed.GetRequiredValue(file), parsed.GetValue(head)).Verdict, parsed.GetValue(json))
            : context.BadInput(parsed.GetValue(json), RecordsVerifyVerb.HeadSentence)));
        return verify;
    }

    private static Command Restore(CliContext context)
    {
        Argument<string> file = FileArgument("Backup to put back");
        JournalPlace place = new();
        Option<bool> json = JsonOption();
        Command restore = place.AddTo(new Command("restore", "Put a backup into an empty folder or an empty database") { file, json });
        restore.SetAction((parsed, cancel) => context.GuardAsync(parsed, json, async () =>
        {
            string path = parsed.GetRequiredValue(file);
            BackupManifest manifest;
            if (parsed.GetValue(place.Data) is { } folder)
            {
                manifest = Backup.Restore(path, folder);
            }
            else
            {
                await using PostgresSiteJournal journal = PostgresSiteJournal.At(parsed.GetValue(place.Database)!);
                manifest = await Backup.RestoreAsync(path, journal, cancel);
            }

            return Say(context, "backup-restored", $"{Records(manifest)} restored from {path}.", manifest, parsed.GetValue(json));
        }));
        return restore;
    }

    private static int Say(CliContext context, string type, string sentence, BackupManifest manifest, bool json)
    {
        if (json)
        {
            context.Json(new JsonObject { ["type"] = type, ["records"] = manifest.Records, ["head"] = manifest.Head });
        }
        else
        {
            context.Output.WriteLine(sentence);
            context.Output.WriteLine($"Head: {manifest.Head}");
        }

        return ExitCode.Completed;
    }

    private static string Records(BackupManifest manifest) => $"{manifest.Records.ToString(CultureInfo.InvariantCulture)} records";

    private static Argument<string> FileArgument(string description) => new("FILE") { Description = description };

    private static Option<bool> JsonOption() => new("--json") { Description = "Answer with lines of JSON" };
}
