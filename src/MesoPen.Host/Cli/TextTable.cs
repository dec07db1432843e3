using System.Text;

namespace MesoPen.Host.Cli;

/// <summary>Columns of plain text: no lines, no colour, readable in a log and by a screen reader.</summary>
internal sealed class TextTable(params string[] headings)
{
    private readonly List<string[]> _rows = [headings];

    /// <summary>Adds a row; one cell for each heading.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>Writes it.</summary>
    public void Write(TextWriter output)
    {
        int[] widths = [.. headings.Select((_, column) => _rows.Max(row => row[column].Length))];
        foreach (string[] row in _rows)
        {
            StringBuilder line = new();
            for (int column = 0; column < row.Length; column++)
            {
                line.Append(row[column].PadRight(widths[column] + 2));
            }

            output.WriteLine(line.ToString().TrimEnd());
        }
    }
}
