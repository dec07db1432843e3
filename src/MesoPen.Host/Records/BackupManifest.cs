using System.Text.Json;
using System.Text.Json.Serialization;

namespace MesoPen.Host.Records;

/// <summary>What a backup says of itself: <c>manifest.json</c> in the file.</summary>
/// <param name="Format">Version of the file's form: 1.</param>
/// <param name="MadeAt">When it was made, ISO 8601, UTC.</param>
/// <param name="Content">Name of the other entry: <see cref="SqliteContent"/> or <see cref="RowsContent"/>.</param>
/// <param name="ContentBytes">Its length.</param>
/// <param name="ContentSha256">SHA-256 of it, 64 lower-case hexadecimal digits.</param>
/// <param name="Records">Rows of the journal.</param>
/// <param name="Head">Hash of its last row.</param>
internal sealed record BackupManifest(
    [property: JsonRequired] int Format,
    [property: JsonRequired] DateTimeOffset MadeAt,
    [property: JsonRequired] string Content,
    [property: JsonRequired] long ContentBytes,
    [property: JsonRequired] string ContentSha256,
    [property: JsonRequired] long Records,
    [property: JsonRequired] string Head)
{
    /// <summary>Name of the manifest's entry.</summary>
    public const string Entry = "manifest.json";

    /// <summary>Content of a data folder's backup: the SQLite file itself.</summary>
    public const string SqliteContent = "journal.db";

    /// <summary>Content of a database's backup: the rows, one JSON object a line.</summary>
    public const string RowsContent = "journal.jsonl";

    /// <summary>Version of the form that this program writes and reads.</summary>
    public const int KnownFormat = 1;

    private static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    /// <summary>The manifest as text.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Snake);

    /// <summary>The manifest in a text.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static BackupManifest Parse(Stream json) => JsonSerializer.Deserialize<BackupManifest>(json, Snake) ?? throw new JsonException("It is null.");
}
