using System.Globalization;

namespace MesoPen.Host.Exchange.Csv;

/// <summary>One cell of a CSV table, as it is written.</summary>
/// <param name="Written">What stands in the file.</param>
internal readonly record struct CsvCell(string Written)
{
    /// <summary>
    /// Text. A spreadsheet takes text that begins with one of = + - @, a tab or a carriage return for a formula and runs it: such text gets an
    /// apostrophe before it, which a spreadsheet hides and a program can strip.
    /// </summary>
    public static CsvCell Text(string? text)
    {
        string shown = text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? "'" + text : text ?? "";
        bool quoted = shown is [' ', ..] or [.., ' '] || shown.Any(each => each is '"' or ',' or ';' or '\t' or '\r' or '\n');
        return new CsvCell(quoted ? $"\"{shown.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : shown);
    }

    /// <summary>A whole number; a negative one is no formula.</summary>
    public static CsvCell Number(long? number) => new(number?.ToString(CultureInfo.InvariantCulture) ?? "");

    /// <summary>A day.</summary>
    public static CsvCell Day(DateOnly? day) => new(day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");

    /// <summary>An instant, UTC, to the ms.</summary>
    public static CsvCell Instant(DateTimeOffset at) => new(at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    /// <summary>Yes or no.</summary>
    public static CsvCell Yes(bool yes) => new(yes ? "true" : "false");

    /// <summary>A word as in JSON.</summary>
    public static CsvCell Word<T>(T word)
        where T : struct, Enum => new(System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString()));
}
