using System.Text;

namespace MesoPen.Benchmarks;

/// <summary>A table in Markdown that reads well as plain text too: columns padded, figures to the right.</summary>
internal sealed class Table(params string[] head)
{
    private readonly List<string[]> _rows = [head];

    public Table Row(params string[] cells)
    {
        if (cells.Length != head.Length)
        {
            throw new ArgumentException($"{cells.Length} cells in a table of {head.Length} columns.", nameof(cells));
        }

        _rows.Add(cells);
        return this;
    }

    public override string ToString()
    {
        int[] widths = [.. Enumerable.Range(0, head.Length).Select(column => _rows.Max(row => row[column].Length))];
        StringBuilder text = new();
        for (int row = 0; row < _rows.Count; row++)
        {
            text.Append('|');
            for (int column = 0; column < head.Length; column++)
            {
                string cell = _rows[row][column];
                text.Append(' ').Append(column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])).Append(" |");
            }

            text.Append('\n');
            if (row == 0)
            {
                text.Append('|');
                for (int column = 0; column < head.Length; column++)
                {
                    text.Append(column == 0 ? " " : " ").Append('-', widths[column] - (column == 0 ? 0 : 1)).Append(column == 0 ? " |" : ": |");
                }

                text.Append('\n');
            }
        }

        return text.ToString();
    }
}
