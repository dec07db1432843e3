using System.Text.RegularExpressions;

namespace MesoPen.Tests.Safety;

/// <summary>Reads the tables of the pages under docs/safety. Only rows whose first cell is an id are looked at.</summary>
internal static partial class SafetyPages
{
    /// <summary>Heading under which rows do not count: nothing mitigates them.</summary>
    public const string NotMitigated = "Not mitigated yet";

    private const int HazardCells = 7;
    private const int RequirementCells = 3;

    /// <exception cref="FormatException">A row cannot be read; the sentence says which.</exception>
    public static IReadOnlyList<HazardRow> Hazards(string page) =>
    [
        .. Rows(page, "HZ", HazardCells).Where(row => row.Heading != NotMitigated).Select(row =>
            new HazardRow(row.Cells[0], row.Cells[1], Of(Severity(), row.Cells[4], row.Line), Ids(row.Cells[6], row.Line))),
    ];

    /// <exception cref="FormatException">A row cannot be read; the sentence says which.</exception>
    public static IReadOnlyList<RequirementRow> Requirements(string page) =>
        [.. Rows(page, "SR", RequirementCells).Select(row => new RequirementRow(row.Cells[0], row.Heading, row.Cells[1]))];

    private static IEnumerable<(int Line, string Heading, string[] Cells)> Rows(string page, string prefix, int count)
    {
        string heading = "";
        string[] lines = page.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("## ", StringComparison.Ordinal))
            {
                heading = lines[i][3..].Trim();
            }

            string[] cells = lines[i].Split('|', StringSplitOptions.TrimEntries);
            if (cells.Length < 3 || cells[0].Length > 0 || !cells[1].StartsWith(prefix, StringComparison.Ordinal))
            {
                continue;
            }

            if (cells.Length != count + 2 || cells[^1].Length > 0 || cells[1..^1].Take(2).Any(cell => cell.Length == 0))
            {
                throw new FormatException($"Line {i + 1}: a row of {count} cells is wanted, the first two not empty.");
            }

            Of(Id(), cells[1], i + 1);
            yield return (i + 1, heading, cells[1..^1]);
        }
    }

    private static string[] Ids(string cell, int line) =>
        [.. cell.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(word => Of(Id(), word, line))];

    private static string Of(Regex form, string word, int line) =>
        form.IsMatch(word) ? word : throw new FormatException($"Line {line}: \"{word}\" is not of the form {form}.");

    [GeneratedRegex(@"^(HZ-\d{2,3}|SR-\d{3})$")]
    private static partial Regex Id();

    [GeneratedRegex("^S[1-4]$")]
    private static partial Regex Severity();
}
