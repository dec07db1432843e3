using System.Globalization;

namespace MesoPen.Host.Input;

/// <summary>
/// Takes typed values out of a mapping. Every sentence says what is wrong, where, what is allowed, and so what to do.
/// </summary>
internal sealed class MapReader
{
    private const int MaxTextLength = 500;

    private readonly string _file;
    private readonly InputMap _map;
    private readonly string _what;

    /// <param name="file">Path for messages.</param>
    /// <param name="map">The mapping.</param>
    /// <param name="what">What it describes, for messages: "the plan", "zone 3".</param>
    /// <param name="allowed">All keys that it may have.</param>
    /// <exception cref="InputException">It has another key.</exception>
    public MapReader(string file, InputMap map, string what, params string[] allowed)
    {
        _file = file;
        _map = map;
        _what = what;
        foreach ((InputScalar key, _) in map.Entries)
        {
            if (!allowed.Contains(key.Text))
            {
                string meant = NearestWord.To(key.Text, allowed) is { } word
                    ? $"did you mean {word}?"
                    : $"allowed are {string.Join(", ", allowed)}.";
                throw new InputException(file, key.Line, $"Unknown key {Quoted.Of(key.Text)} in {what}: {meant}");
            }
        }
    }

    /// <summary>Line of the mapping.</summary>
    public int Line => _map.Line;

    /// <summary>Checks the number of the schema: 1 up to what this program knows.</summary>
    public void Schema(string key, int newest)
    {
        long schema = Number(key, 1, long.MaxValue);
        if (schema > newest)
        {
            throw Error(Find(key)!, $"This file has {key} schema {Shown(schema)}, and this program knows up to {Shown(newest)}: use a newer program.");
        }
    }

    /// <summary>Whether the key is there with a value.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>A text; control characters and text over 500 characters are refused.</summary>
    public string Text(string key) => OptionalText(key) ?? throw Missing(key, "a text");

    /// <summary>A text or nothing.</summary>
    public string? OptionalText(string key)
    {
        if (Find(key) is not { } node)
        {
            return null;
        }

        if (node is not InputScalar scalar)
        {
            throw Error(node, $"{key} of {_what} must be a text.");
        }

        string text = scalar.Text.Trim();
        if (text.Length is 0 or > MaxTextLength || text.Any(char.IsControl))
        {
            throw Error(node, $"{key} of {_what} must be one line of 1 to {MaxTextLength} characters.");
        }

        return text;
    }

    /// <summary>An id: small letters, digits, dots and hyphens, beginning with a letter or digit, at most 32 characters.</summary>
    public string Id(string key)
    {
        string id = Text(key);
        bool plain = id.Length <= 32 && char.IsAsciiLetterOrDigit(id[0]) && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-');
        return plain
            ? id
            : throw Error(Find(key)!, $"{key} of {_what} is {Quoted.Of(id)}: use at most 32 small letters, digits, dots and hyphens.");
    }

    /// <summary>One of some words.</summary>
    public string Word(string key, params string[] allowed) => Word(key, Text(key), allowed);

    /// <summary>A whole number.</summary>
    public long Number(string key, long min, long max) =>
        OptionalNumber(key, min, max) ?? throw Missing(key, $"a whole number{Range(min, max)}{Unit(key)}");

    /// <summary>A whole number that fits 32 bits.</summary>
    public int Integer(string key, int min, int max) => (int)Number(key, min, max);

    /// <summary>A whole number or nothing.</summary>
    public long? OptionalNumber(string key, long min, long max)
    {
        if (Find(key) is not { } node)
        {
            return null;
        }

        string need = $"write a whole number{Range(min, max)}{Unit(key)}.";
        if (node is not InputScalar scalar)
        {
            throw Error(node, $"{key} of {_what} must be a single value: {need}");
        }

        // Digits alone: no signs, points, exponents, underscores or leading zeros, which programs read differently.
        bool digits = scalar.Plain && scalar.Text.Length > 0 && scalar.Text.All(char.IsAsciiDigit) && (scalar.Text[0] != '0' || scalar.Text.Length == 1);
        if (!digits || !long.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out long value) || value < min || value > max)
        {
            throw Error(node, $"{key} of {_what} is {Quoted.Of(scalar.Text)}: {need}");
        }

        return value;
    }

    /// <summary>A day, written 2027-06-30, as days since 1970-01-01.</summary>
    public int Day(string key)
    {
        string text = Text(key);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day.DayNumber - new DateOnly(1970, 1, 1).DayNumber
            : throw Error(Find(key)!, $"{key} of {_what} is {Quoted.Of(text)}: write a day as 2027-06-30.");
    }

    /// <summary>A mapping under a key.</summary>
    public MapReader Map(string key, string what, params string[] allowed) =>
        OptionalMap(key, what, allowed) ?? throw Missing(key, "a mapping with " + string.Join(", ", allowed));

    /// <summary>A mapping under a key, or nothing.</summary>
    public MapReader? OptionalMap(string key, string what, params string[] allowed) => Find(key) switch
    {
        null => null,
        InputMap map => new MapReader(_file, map, what, allowed),
        { } other => throw Error(other, $"{key} of {_what} must be a mapping with {string.Join(", ", allowed)}."),
    };

    /// <summary>The mappings of a list; <paramref name="what"/> is followed by the item's number in messages.</summary>
    public IReadOnlyList<MapReader> Maps(string key, string what, params string[] allowed)
    {
        List<MapReader> maps = [];
        foreach (InputNode item in Items(key))
        {
            InputMap map = item as InputMap ?? throw Error(item, $"{key} of {_what} must be a list of mappings with {string.Join(", ", allowed)}.");
            maps.Add(new MapReader(_file, map, $"{what} {Shown(maps.Count + 1)}", allowed));
        }

        return maps;
    }

    /// <summary>A list of words, each one of some and each once.</summary>
    public IReadOnlyList<string> Words(string key, params string[] allowed)
    {
        List<string> words = [];
        foreach (InputNode item in Items(key))
        {
            InputScalar scalar = item as InputScalar ?? throw Error(item, $"{key} of {_what} must be a list of words: {string.Join(", ", allowed)}.");
            string word = allowed.Contains(scalar.Text) ? scalar.Text : throw NotAllowed(scalar, key, scalar.Text, allowed);
            words.Add(words.Contains(word) ? throw Error(item, $"{word} stands twice in {key} of {_what}: keep one.") : word);
        }

        return words;
    }

    /// <summary>An exception at the line of a key, or of the mapping if the key is not there.</summary>
    public InputException Error(string key, string sentence) => Error(Find(key) ?? _map, sentence);

    /// <summary>An exception at the mapping's line.</summary>
    public InputException Error(string sentence) => Error(_map, sentence);

    private string Word(string key, string word, string[] allowed) => allowed.Contains(word) ? word : throw NotAllowed(Find(key)!, key, word, allowed);

    private IReadOnlyList<InputNode> Items(string key) => Find(key) switch
    {
        null => throw Missing(key, "a list"),
        InputList { Items.Count: > 0 } list => list.Items,
        { } other => throw Error(other, $"{key} of {_what} must be a list with at least one item."),
    };

    private InputNode? Find(string key) => _map.Find(key) is { } node and not InputScalar { IsNull: true } ? node : null;

    private InputException NotAllowed(InputNode node, string key, string word, string[] allowed) =>
        Error(node, $"{key} of {_what} is {Quoted.Of(word)}: allowed are {string.Join(", ", allowed)}.");

    private InputException Missing(string key, string need) =>
        Error(_map, $"{char.ToUpperInvariant(_what[0])}{_what[1..]} lacks {key}: add it ({need}).");

    private InputException Error(InputNode node, string sentence) => new(_file, node.Line, sentence);

    private static string Range(long min, long max) => max == long.MaxValue ? $" of at least {Shown(min)}" : $" from {Shown(min)} to {Shown(max)}";

    private static string Shown(long value) => value.ToString(CultureInfo.InvariantCulture);

    // The unit is the end of the key's name; saying it again costs little and a mistaken unit costs a thousandfold.
    private static string Unit(string key) => key switch
    {
        _ when key.EndsWith("_um", StringComparison.Ordinal) => " (micrometres)",
        _ when key.EndsWith("_nl", StringComparison.Ordinal) => " (nanolitres: 1 µL = 1000)",
        _ when key.EndsWith("_ms", StringComparison.Ordinal) => " (milliseconds)",
        _ when key.EndsWith("_deg", StringComparison.Ordinal) => " (whole degrees)",
        _ => string.Empty,
    };
}
