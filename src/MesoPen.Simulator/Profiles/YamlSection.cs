using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace MesoPen.Simulator;

/// <summary>
/// A mapping of a profile, read strictly: every key is asked for once, and <see cref="Done"/> refuses those that nobody asked for, so a
/// misspelt cap cannot pass for an absent one.
/// </summary>
internal sealed class YamlSection(string file, string path, YamlMappingNode node)
{
    private readonly HashSet<string> _asked = [];

    /// <summary>The line of the mapping, from 1.</summary>
    internal long Line => node.Start.Line;

    internal string Text(string key) => Scalar(key, Need(key));

    internal long Integer(string key, long min, long max)
    {
        var at = Need(key);
        var text = Scalar(key, at);
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            throw Fail(at, $"{Name(key)} must be a whole number, not '{text}'");
        }

        return value >= min && value <= max ? value : throw Fail(at, $"{Name(key)} must be from {min} to {max}, not {value}");
    }

    internal int Int(string key, int min, int max) => (int)Integer(key, min, max);

    internal double Real(string key, double min, double max)
    {
        var at = Need(key);
        var text = Scalar(key, at);
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            throw Fail(at, $"{Name(key)} must be a number, not '{text}'");
        }

        return value >= min && value <= max ? value : throw Fail(at, $"{Name(key)} must be from {min} to {max}, not {text}");
    }

    internal YamlSection Section(string key) => Map(Need(key), Name(key));

    internal IEnumerable<YamlSection> Sections(string key) => Items(key).Select((item, i) => Map(item, $"{Name(key)}[{i}]"));

    internal IReadOnlyList<string> Texts(string key) => [.. Items(key).Select(item => Scalar(key, item))];

    internal void Done()
    {
        foreach (var (key, _) in node.Children)
        {
            if (!_asked.Contains(Scalar("a key", key)))
            {
                throw Fail(key, $"unknown key {Name(key.ToString())}; allowed here: {string.Join(", ", _asked)}");
            }
        }
    }

    internal ProfileException Fail(string key, string sentence) => Fail(Need(key), sentence);

    private ProfileException Fail(YamlNode at, string sentence) => new($"{file}:{at.Start.Line}: {sentence}.");

    private YamlNode Need(string key)
    {
        _asked.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value)
            ? value
            : throw Fail(node, $"the key {Name(key)} is missing");
    }

    private IEnumerable<YamlNode> Items(string key)
    {
        var at = Need(key);
        return at is YamlSequenceNode list ? list.Children : throw Fail(at, $"{Name(key)} must be a list");
    }

    private YamlSection Map(YamlNode at, string name) =>
        at is YamlMappingNode map ? new YamlSection(file, name, map) : throw Fail(at, $"{name} must be a mapping");

    private string Scalar(string key, YamlNode at) =>
        at is YamlScalarNode { Value: { } text } ? text : throw Fail(at, $"{Name(key)} must be a single value");

    private string Name(string key) => path.Length == 0 ? key : $"{path}.{key}";
}
