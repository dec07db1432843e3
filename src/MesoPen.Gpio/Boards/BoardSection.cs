using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MesoPen.Gpio;

/// <summary>
/// A mapping of a YAML file, read key by key. Whatever is missing, unknown or out of its range is refused with file and line.
/// </summary>
internal sealed class BoardSection(string file, string path, YamlMappingNode node)
{
    private readonly HashSet<string> _asked = [];

    /// <summary>Reads a file whose whole is one mapping.</summary>
    internal static BoardSection Open(string file)
    {
        var stream = new YamlStream();
        try
        {
            using StreamReader reader = File.OpenText(file);
            stream.Load(reader);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BoardException($"{file}: cannot be read: {e.Message}", e);
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException or ArgumentException)
        {
            // The parser throws the last two, too, on some texts that are cut off.
            throw new BoardException($"{file}:{(e as YamlException)?.Start.Line ?? 1}: not YAML: {e.Message}", e);
        }

        return stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root
            ? new BoardSection(file, "", root)
            : throw new BoardException($"{file}:1: the file must be one mapping.");
    }

    internal IEnumerable<string> Keys => node.Children.Keys.Select(key => key.ToString());

    internal bool Has(string key)
    {
        _asked.Add(key);
        return node.Children.ContainsKey(new YamlScalarNode(key));
    }

    internal string Text(string key) => Scalar(key, Need(key));

    internal int Int(string key, int min, int max) => (int)Integer(key, min, max);

    internal long Integer(string key, long min, long max)
    {
        YamlNode at = Need(key);
        string text = Scalar(key, at);
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value))
        {
            throw Fail(at, $"{Name(key)} must be a whole number, not '{text}'");
        }

        return value >= min && value <= max ? value : throw Fail(at, $"{Name(key)} must be from {min} to {max}, not {value}");
    }

    internal string OneOf(string key, params string[] words)
    {
        string text = Text(key);
        return words.Contains(text) ? text : throw Fail(key, $"{Name(key)} must be {string.Join(" or ", words)}, not '{text}'");
    }

    internal BoardSection Section(string key) =>
        Need(key) is YamlMappingNode map ? new BoardSection(file, Name(key), map) : throw Fail(key, $"{Name(key)} must be a mapping");

    internal IReadOnlyList<string> Texts(string key) => Need(key) is YamlSequenceNode list
        ? [.. list.Children.Select(item => Scalar(key, item))]
        : throw Fail(key, $"{Name(key)} must be a list");

    /// <summary>Accepts a key without looking at it.</summary>
    internal void PassOver(string key) => _asked.Add(key);

    internal void Done()
    {
        foreach (YamlNode key in node.Children.Keys)
        {
            if (!_asked.Contains(key.ToString()))
            {
                throw Fail(key, $"unknown key {Name(key.ToString())}; allowed here: {string.Join(", ", _asked)}");
            }
        }
    }

    internal string Place(string key) => $"{file}:{Need(key).Start.Line}";

    internal BoardException Fail(string key, string sentence) => Fail(Need(key), sentence);

    private BoardException Fail(YamlNode at, string sentence) => new($"{file}:{at.Start.Line}: {sentence}.");

    private YamlNode Need(string key)
    {
        _asked.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? value) ? value : throw Fail(node, $"the key {Name(key)} is missing");
    }

    private string Scalar(string key, YamlNode at) =>
        at is YamlScalarNode { Value: { } text } ? text : throw Fail(at, $"{Name(key)} must be a single value");

    private string Name(string key) => path.Length == 0 ? key : $"{path}.{key}";
}
