using System.CommandLine;
using MesoPen.Host.Configuration;

namespace MesoPen.Host.Cli;

/// <summary>The options of verbs that work on the clinic's records without a server.</summary>
internal sealed class SiteOptions
{
    private readonly Option<string?> _data = new("--data") { Description = "Data folder: the setting Data", HelpName = "DIR" };
    private readonly Option<string?> _file = ConfigVerb.FileOption();
    private readonly Option<string[]> _set = ConfigVerb.SetOption();

    /// <summary>Whether to answer in JSON.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Answer with lines of JSON" };

    /// <summary>Gives a verb these options.</summary>
    public void AddTo(Command verb)
    {
        verb.Options.Add(_data);
        verb.Options.Add(_file);
        verb.Options.Add(_set);
        verb.Options.Add(Json);
    }

    /// <summary>The settings of a command line with these options.</summary>
    public SettingsFile Settings(ParseResult parsed)
    {
        IEnumerable<string> stated = parsed.GetValue(_set) ?? [];
        return ConfigVerb.Load(
            parsed.GetValue(_file), parsed.GetValue(_data) is { } folder ? stated.Append($"{SettingsCatalogue.Data}={folder}") : stated);
    }
}
