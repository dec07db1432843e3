using System.Collections;
using System.CommandLine;
using System.Text.Json.Nodes;
using MesoPen.Host.Configuration;

namespace MesoPen.Host.Cli;

/// <summary><c>mesopen config effective</c>, and the options by which every verb that is configured takes its settings.</summary>
internal static class ConfigVerb
{
    public static Command Build(CliContext context)
    {
        Option<string?> file = FileOption();
        Option<string[]> set = SetOption();
        Option<bool> explain = new("--explain") { Description = "Say for each where its value comes from, what it does, and what was overridden" };
        Option<bool> json = new("--json") { Description = "Answer with one line of JSON for each setting" };
        Command effective = new("effective", "The settings that hold, each with its value; checks them too") { file, set, explain, json };
        effective.SetAction(parsed => context.Guard(parsed, json, () =>
        {
            SettingsFile settings = Load(parsed.GetValue(file), parsed.GetValue(set) ?? [], complete: false);
            foreach (EffectiveSetting each in settings.All)
            {
                Show(context, each, parsed.GetValue(json), parsed.GetValue(explain));
            }

            return ExitCode.Completed;
        }));
        return new Command("config", "Look at the configuration") { effective };
    }

    /// <summary>The option that names the file of settings.</summary>
    public static Option<string?> FileOption() => new("--config") { Description = "File of settings; appsettings.json in this folder if there is one", HelpName = "FILE" };

    /// <summary>The option that states settings.</summary>
    public static Option<string[]> SetOption() => new("--set") { Description = "State a setting, before file and environment; may be repeated", HelpName = "KEY=VALUE" };

    /// <summary>The settings of this command line, this environment and the file.</summary>
    public static SettingsFile Load(string? file, IEnumerable<string> set, bool complete = true)
    {
        file ??= File.Exists("appsettings.json") ? "appsettings.json" : null;
        IEnumerable<KeyValuePair<string, string?>> environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(each => KeyValuePair.Create((string)each.Key, (string?)each.Value));
        return SettingsFile.Load(file, environment, set, complete);
    }

    private static void Show(CliContext context, EffectiveSetting each, bool json, bool explain)
    {
        if (json)
        {
            JsonObject line = new() { ["type"] = "setting", ["key"] = each.Setting.Key, ["value"] = each.Value is null ? null : each.Shown };
            if (explain)
            {
                line["layer"] = each.Layer;
                line["overridden"] = new JsonArray([.. each.Overridden.Select(layer => JsonValue.Create(layer))]);
                line["description"] = each.Setting.Description;
                line["variable"] = each.Setting.Variable;
            }

            context.Json(line);
            return;
        }

        context.Output.WriteLine($"{each.Setting.Key} = {PlainText.Of(each.Shown)}");
        if (explain)
        {
            string overridden = each.Overridden.Count == 0 ? "" : $"; overrides {string.Join(", ", each.Overridden)}";
            context.Output.WriteLine($"    from: {PlainText.Of(each.Layer + overridden)}");
            context.Output.WriteLine($"    {each.Setting.Description}");
        }
    }
}
