using MesoPen.Host.Input;

namespace MesoPen.Hil;

/// <summary>A mapping of a scenario file: what the host's strict reader does, and the forms that only scenarios have.</summary>
internal sealed class ScenarioMap
{
    private readonly string _file;
    private readonly string _what;

    public ScenarioMap(string file, InputMap map, string what, params IReadOnlyList<string> allowed)
    {
        (_file, Map, _what) = (file, map, what);
        Reader = new MapReader(file, map, what, [.. allowed]);
    }

    public InputMap Map { get; }

    public MapReader Reader { get; }

    public int Line => Map.Line;

    public int LineOf(string key) => Map.Find(key)?.Line ?? Map.Line;

    public InputException Error(string key, string sentence) => Reader.Error(key, sentence);

    /// <summary>A span of time, or nothing, ms.</summary>
    public int? OptionalDuration(string key) => Reader.OptionalText(key) is not { } text ? null
        : Duration.Parse(text) ?? throw Error(key, $"{key} of {_what} is {Quoted.Of(text)}: write a span as 250ms, 5s or 2min.");

    /// <summary>Texts of a list, with their lines; empty if the key is not there.</summary>
    public IReadOnlyList<(string Text, int Line)> Texts(string key)
    {
        if (!Reader.Has(key))
        {
            return [];
        }

        if (Map.Find(key) is not InputList list)
        {
            throw Error(key, $"{key} of {_what} must be a list.");
        }

        List<(string, int)> texts = [];
        foreach (InputNode item in list.Items)
        {
            texts.Add(item is InputScalar scalar ? (scalar.Text.Trim(), scalar.Line) : throw new InputException(_file, item.Line, $"{key} of {_what} must be a list of texts."));
        }

        return texts;
    }

    /// <summary>Mappings of a list; empty if the key is not there.</summary>
    public IReadOnlyList<ScenarioMap> Maps(string key, string what, params IReadOnlyList<string> allowed)
    {
        if (!Reader.Has(key))
        {
            return [];
        }

        if (Map.Find(key) is not InputList list)
        {
            throw Error(key, $"{key} of {_what} must be a list.");
        }

        List<ScenarioMap> maps = [];
        foreach (InputNode item in list.Items)
        {
            InputMap map = item as InputMap ?? throw new InputException(_file, item.Line, $"{key} of {_what} must be a list of mappings with {string.Join(", ", allowed)}.");
            maps.Add(new ScenarioMap(_file, map, $"{what} {maps.Count + 1}", allowed));
        }

        return maps;
    }

    /// <summary>One of some words, or a word to stand for nothing said.</summary>
    public string Word(string key, string otherwise, params string[] allowed) => Reader.Has(key) ? Reader.Word(key, allowed) : otherwise;
}
