using MesoPen.Host.Input;
using Microsoft.Extensions.Configuration;

namespace MesoPen.Host.Configuration;

/// <summary>
/// The configuration: defaults, then <c>appsettings.json</c>, then environment variables, then the command line; each goes before those
/// earlier. What is not known, or not what it must be, is refused before anything begins.
/// </summary>
internal sealed class SettingsFile
{
    /// <summary>How the environment variables begin.</summary>
    public const string Prefix = "MESOPEN__";

    private readonly Dictionary<string, EffectiveSetting> _values;

    private SettingsFile(Dictionary<string, EffectiveSetting> values) => _values = values;

    /// <summary>Every setting, in the order of the catalogue.</summary>
    public IEnumerable<EffectiveSetting> All => SettingsCatalogue.All.Select(setting => _values[setting.Key]);

    /// <summary>The value of a setting; null if it has none.</summary>
    public string? this[string key] => _values[key].Value;

    /// <summary>The value of a setting that has one.</summary>
    public string Need(string key) => this[key]!;

    /// <summary>Puts the layers together and checks what comes out.</summary>
    /// <param name="file">The file of settings; null for none.</param>
    /// <param name="environment">The environment's variables.</param>
    /// <param name="commandLine">What the command line states, each <c>Key=Value</c>.</param>
    /// <param name="complete">Whether what must be stated must be there by now.</param>
    /// <exception cref="InputException">A layer cannot be read, states what is not known, or a value is not what it must be.</exception>
    public static SettingsFile Load(
        string? file, IEnumerable<KeyValuePair<string, string?>> environment, IEnumerable<string> commandLine, bool complete = true)
    {
        List<(string Name, IConfigurationProvider Values)> layers =
        [
            Layer("default", SettingsCatalogue.All.Select(each => KeyValuePair.Create(each.Key, each.Default))),
            .. file is null ? Array.Empty<(string, IConfigurationProvider)>() : [(file, OfFile(file))],
            Layer("environment", environment.Where(each => each.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
                .Select(each => KeyValuePair.Create(each.Key[Prefix.Length..].Replace("__", ":", StringComparison.Ordinal), each.Value))),
            Layer("command line", commandLine.Select(Pair)),
        ];
        foreach ((string name, IConfigurationProvider values) in layers)
        {
            RequireKnown(name, values, null);
        }

        Dictionary<string, EffectiveSetting> found = SettingsCatalogue.All.ToDictionary(each => each.Key, each => Effective(each, layers));
        foreach (EffectiveSetting each in found.Values)
        {
            RequireSound(each, complete);
        }

        return new SettingsFile(found);
    }

    private static (string, IConfigurationProvider) Layer(string name, IEnumerable<KeyValuePair<string, string?>> values) =>
        (name, new ConfigurationBuilder().AddInMemoryCollection(values.Where(each => each.Value is not null)).Build().Providers.Single());

    private static IConfigurationProvider OfFile(string file)
    {
        try
        {
            return new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(file), optional: false, reloadOnChange: false).Build().Providers.Single();
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or FormatException or UnauthorizedAccessException)
        {
            string why = (failure.InnerException ?? failure).Message.ReplaceLineEndings(" ");
            throw new InputException(file, 0, $"The settings cannot be read: {why}", failure);
        }
    }

    private static KeyValuePair<string, string?> Pair(string text)
    {
        int sign = text.IndexOf('=', StringComparison.Ordinal);
        return sign > 0
            ? KeyValuePair.Create<string, string?>(text[..sign], text[(sign + 1)..])
            : throw new InputException("command line", 0, $"--set takes KEY=VALUE, not {Quoted.Of(text)}.");
    }

    private static void RequireKnown(string layer, IConfigurationProvider values, string? section)
    {
        foreach (string name in values.GetChildKeys([], section).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            string key = section is null ? name : $"{section}:{name}";
            if (values.TryGet(key, out _) && !SettingsCatalogue.All.Any(each => Same(each.Key, key)))
            {
                string meant = NearestWord.To(key, SettingsCatalogue.All.Select(each => each.Key)) is { } word ? $"did you mean {word}?" : "mesopen config effective shows those that are.";
                throw new InputException(layer, 0, $"There is no setting {Quoted.Of(key)}: {meant}");
            }

            RequireKnown(layer, values, key);
        }
    }

    private static EffectiveSetting Effective(Setting setting, List<(string Name, IConfigurationProvider Values)> layers)
    {
        List<(string Name, string? Value)> stated = [];
        foreach ((string name, IConfigurationProvider values) in Enumerable.Reverse(layers))
        {
            if (values.TryGet(setting.Key, out string? value))
            {
                stated.Add((name == "environment" ? $"environment, {setting.Variable}" : name, value));
            }
        }

        return stated is [var strongest, .. var weaker]
            ? new EffectiveSetting(setting, strongest.Value, strongest.Name, [.. weaker.Select(each => each.Name)])
            : new EffectiveSetting(setting, null, "not stated", []);
    }

    private static void RequireSound(EffectiveSetting effective, bool complete)
    {
        Setting setting = effective.Setting;
        if (setting.Required && complete && string.IsNullOrEmpty(effective.Value))
        {
            throw new InputException("settings", 0, $"{setting.Key} must be stated: in appsettings.json, as {setting.Variable}, or with --set {setting.Key}=VALUE.");
        }

        if (effective.Value is { } value && setting.Check?.Invoke(value) is { } wrong)
        {
            throw new InputException(effective.Layer, 0, $"{setting.Key} {wrong}.");
        }
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
