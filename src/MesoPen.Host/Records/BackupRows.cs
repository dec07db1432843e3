using System.Text.Encodings.Web;
using System.Text.Json;

namespace MesoPen.Host.Records;

/// <summary>Rows of a journal as lines of JSON, with the columns' names.</summary>
internal static class BackupRows
{
    private static readonly JsonSerializerOptions Line = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true, IgnoreReadOnlyProperties = true,
    };

    /// <summary>One row's line, without its end.</summary>
    public static string Write(JournalRow row) => JsonSerializer.Serialize(row, Line);

    /// <summary>The rows of a file of such lines.</summary>
    /// <exception cref="JsonException">A line is no row.</exception>
    public static IEnumerable<JournalRow> Read(string file) =>
        File.ReadLines(file).Select(line => JsonSerializer.Deserialize<JournalRow>(line, Line) ?? throw new JsonException("A line is null."));
}
