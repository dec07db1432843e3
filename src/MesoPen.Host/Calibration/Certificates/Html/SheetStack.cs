using System.Globalization;
using System.Text;

namespace MesoPen.Host.Calibration;

/// <summary>
/// Sheets of A4, filled from the top. Each block says how high it is, a table is cut between rows only, and a picture never: so the pages are the
/// same in every browser, and each can carry its number.
/// </summary>
internal sealed class SheetStack
{
    /// <summary>Width that text may take, mm.</summary>
    public const double Width = 180;

    // Between head and foot of a sheet, mm. Heights are estimated to the safe side.
    private const double Height = 242;
    private const double LineMm = 4.3;
    private const double RowMm = 3.9;
    private const double CharMm = 1.72;
    private const double RowCharMm = 1.62;

    private readonly List<StringBuilder> _sheets = [new()];
    private double _used;

    /// <summary>What stands on each sheet.</summary>
    public IEnumerable<string> Sheets => _sheets.Select(each => each.ToString());

    /// <summary>How high a paragraph is, mm.</summary>
    public static double ParagraphMm(string text) => LineMm * Lines(text, Width / CharMm) + 1.6;

    /// <summary>A block that is not cut.</summary>
    public void Add(double mm, string html)
    {
        if (_used > 0 && _used + mm > Height)
        {
            Break();
        }

        _sheets[^1].Append(html).Append('\n');
        _used += mm;
    }

    /// <summary>A new sheet.</summary>
    public void Break()
    {
        _sheets.Add(new StringBuilder());
        _used = 0;
    }

    /// <summary>A heading, on the sheet of what follows it.</summary>
    public void Heading(string text, double followingMm)
    {
        const double mm = 10;
        if (_used > 0 && _used + mm + followingMm > Height)
        {
            Break();
        }

        Add(mm, $"<h2>{HtmlText.Of(text)}</h2>");
    }

    /// <summary>A paragraph.</summary>
    public void Paragraph(string text, string style = "") =>
        Add(ParagraphMm(text), $"<p{(style.Length == 0 ? "" : $" class=\"{style}\"")}>{HtmlText.Of(text)}</p>");

    /// <summary>A table, which is cut between rows and then gets its headings again.</summary>
    /// <param name="caption">What it shows.</param>
    /// <param name="columns">Headings with their width in percent; a heading that begins with a space is of numbers, which stand to the right.</param>
    /// <param name="rows">One cell for each heading.</param>
    public void Table(string caption, IReadOnlyList<(string Heading, double Percent)> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        double head = 6.2 + Tall([.. columns.Select(each => each.Heading)], columns);
        bool open = false;
        int part = 0;
        foreach (IReadOnlyList<string> row in rows)
        {
            double tall = Tall(row, columns);
            if (open && _used + tall > Height)
            {
                _sheets[^1].Append("</tbody></table>\n");
                open = false;
                Break();
            }

            if (!open)
            {
                if (_used > 0 && _used + head + tall > Height)
                {
                    Break();
                }

                _sheets[^1].Append(Open(part++ == 0 ? caption : caption + ", continued", columns)).Append('\n');
                _used += head;
                open = true;
            }

            _sheets[^1].Append("<tr>");
            for (int place = 0; place < columns.Count; place++)
            {
                _sheets[^1].Append(columns[place].Heading.StartsWith(' ') ? "<td class=\"n\">" : "<td>").Append(HtmlText.Of(row[place])).Append("</td>");
            }

            _sheets[^1].Append("</tr>\n");
            _used += tall;
        }

        if (open)
        {
            _sheets[^1].Append("</tbody></table>\n");
            _used += 3;
        }
    }

    private static string Open(string caption, IReadOnlyList<(string Heading, double Percent)> columns)
    {
        StringBuilder html = new($"<table><caption>{HtmlText.Of(caption)}</caption><colgroup>");
        foreach ((_, double percent) in columns)
        {
            html.Append(CultureInfo.InvariantCulture, $"<col style=\"width:{percent}%\">");
        }

        html.Append("</colgroup><thead><tr>");
        foreach ((string heading, _) in columns)
        {
            html.Append(heading.StartsWith(' ') ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">").Append(HtmlText.Of(heading.Trim())).Append("</th>");
        }

        return html.Append("</tr></thead><tbody>").ToString();
    }

    private static double Tall(IReadOnlyList<string> row, IReadOnlyList<(string Heading, double Percent)> columns)
    {
        int lines = 1;
        for (int place = 0; place < columns.Count; place++)
        {
            lines = Math.Max(lines, Lines(row[place], (columns[place].Percent * Width / 100 - 2) / RowCharMm));
        }

        return 1.7 + RowMm * lines;
    }

    private static int Lines(string text, double charsInLine) => Math.Max(1, (int)Math.Ceiling(text.Length / Math.Max(1, charsInLine)));
}
