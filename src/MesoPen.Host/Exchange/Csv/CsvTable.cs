using System.Text;

namespace MesoPen.Host.Exchange.Csv;

/// <summary>A table as CSV after RFC 4180: commas, lines ended by CR LF, a first line of names. UTF-8 without a byte order mark.</summary>
internal static class CsvTable
{
    /// <summary>Writes it.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="columns">Names of the columns, with units, and each row's cell.</param>
    public static string Of<T>(IEnumerable<T> rows, params (string Name, Func<T, CsvCell> Cell)[] columns)
    {
        StringBuilder text = new();
        text.AppendJoin(',', columns.Select(column => column.Name)).Append("\r\n");
        foreach (T row in rows)
        {
            text.AppendJoin(',', columns.Select(column => column.Cell(row).Written)).Append("\r\n");
        }

        return text.ToString();
    }
}
