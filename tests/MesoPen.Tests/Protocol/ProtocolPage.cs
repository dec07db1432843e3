using System.Globalization;
using System.Text.RegularExpressions;

namespace MesoPen.Tests.Protocol;

/// <summary>hardware/protocol.md as data: its sections, tables and lists of fields.</summary>
internal static partial class ProtocolPage
{
    private static readonly Dictionary<string, int> SizeOfType = new()
    {
        ["u8"] = 1, ["u16"] = 2, ["i16"] = 2, ["u32"] = 4, ["i32"] = 4, ["u64"] = 8,
        ["prefix"] = 10, ["status"] = 60, ["entry"] = 32, ["mark"] = 16,
    };

    public static string Text { get; } = RepositoryFile.ReadAllText("hardware/protocol.md");

    /// <summary>From a heading to the next one of any level.</summary>
    public static string Section(string heading)
    {
        int from = Text.IndexOf("\n" + heading + "\n", StringComparison.Ordinal);
        Assert.True(from >= 0, $"The page has no section '{heading}'.");
        from += heading.Length + 2;
        int to = Text.IndexOf("\n#", from, StringComparison.Ordinal);
        return to < 0 ? Text[from..] : Text[from..to];
    }

    /// <summary>The text from a phrase to the end of the section it is in.</summary>
    public static string After(string phrase)
    {
        int from = Text.IndexOf(phrase, StringComparison.Ordinal);
        Assert.True(from >= 0, $"The page does not say '{phrase}'.");
        int to = Text.IndexOf("\n#", from, StringComparison.Ordinal);
        return to < 0 ? Text[from..] : Text[from..to];
    }

    /// <summary>The cells of the first table in a text whose first column's heading is as named.</summary>
    public static IReadOnlyList<string[]> Table(string text, string firstColumn)
    {
        string[] lines = text.Split('\n');
        int heading = Array.FindIndex(lines, l => l.StartsWith($"| {firstColumn} |", StringComparison.Ordinal));
        Assert.True(heading >= 0, $"No table begins with '{firstColumn}'.");
        IEnumerable<string> rows = lines.Skip(heading + 2).TakeWhile(l => l.StartsWith('|'));
        return [.. rows.Select(r => r.Trim('|', ' ').Split(" | ").Select(c => c.Trim(' ', '|')).ToArray())];
    }

    /// <summary>The fields of the first offset table in a text; offsets are checked against the sizes before them.</summary>
    public static IReadOnlyList<WireField> FieldTable(string text)
    {
        List<WireField> fields = [];
        int next = 0;
        foreach (string[] row in Table(text, "offset"))
        {
            string[] words = row[1].Split(' ');
            Assert.Equal(next, int.Parse(row[0], CultureInfo.InvariantCulture));
            fields.Add(new WireField(next, SizeOfType[words[0]], words[1], words[0]));
            next += SizeOfType[words[0]];
        }

        return fields;
    }

    /// <summary>
    /// The fields of a list in prose: "`u32 id, u8 purpose` (0 prime, 1 purge)`, u8 reserved`". Words outside the code marks are
    /// notes, but for the parts that have a table of their own: prefix, status body, entry.
    /// </summary>
    public static IReadOnlyList<WireField> FieldList(string prose)
    {
        List<WireField> fields = [];
        int next = 0;
        foreach (Match match in FieldOrPart().Matches(prose))
        {
            string type = match.Groups["type"].Success ? match.Groups["type"].Value : match.Value.Split(' ')[0];
            string name = match.Groups["name"].Success ? match.Groups["name"].Value : type;
            if (type == "text")
            {
                // What follows a text has no fixed place: that where the texts are empty is taken.
                next++;
                continue;
            }

            fields.Add(new WireField(next, SizeOfType[type], name, type));
            next += SizeOfType[type];
        }

        return fields;
    }

    /// <summary>Numbers and what they mean: "0 idle, 1 armed"; or "0 none · 1 some".</summary>
    public static IReadOnlyDictionary<int, string> Numbered(string prose) =>
        NumberAndWords().Matches(prose)
            .ToDictionary(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture), m => m.Groups[2].Value);

    [GeneratedRegex(@"(?<type>[ui](8|16|32|64)|text|mark) (?<name>[a-z_]+)|\bprefix\b|\bstatus body\b|\bentry\b")]
    private static partial Regex FieldOrPart();

    [GeneratedRegex(@"\b(\d+) ([^,;·)]+)")]
    private static partial Regex NumberAndWords();
}
