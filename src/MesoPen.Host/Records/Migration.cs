using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace MesoPen.Host.Records;

/// <summary>One numbered step of a database's schema, as it was released: <c>Records/Migrations/DATABASE/NNNN-name.sql</c>.</summary>
/// <param name="Number">1 for the first; the version of the schema after it.</param>
/// <param name="Name">Its name without the number.</param>
/// <param name="Sql">What it does.</param>
/// <param name="Sha256">SHA-256 of the file's text with line feeds, 64 lower-case hexadecimal digits.</param>
internal sealed record Migration(int Number, string Name, string Sql, string Sha256)
{
    /// <summary>The steps for SQLite, in order.</summary>
    public static IReadOnlyList<Migration> Sqlite { get; } = Of("sqlite");

    /// <summary>The steps for PostgreSQL, in order.</summary>
    public static IReadOnlyList<Migration> Postgres { get; } = Of("postgres");

    private static List<Migration> Of(string database)
    {
        string folder = $"migrations/{database}/";
        Assembly assembly = typeof(Migration).Assembly;
        List<Migration> steps = [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(name => Read(assembly, name, name[folder.Length..]))];
        return steps.Select(step => step.Number).SequenceEqual(Enumerable.Range(1, steps.Count))
            ? steps
            : throw new InvalidOperationException($"The migrations for {database} are not numbered 1, 2, 3 and so on.");
    }

    private static Migration Read(Assembly assembly, string resource, string file)
    {
        using StreamReader reader = new(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        string sql = reader.ReadToEnd().ReplaceLineEndings("\n");
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
        return new Migration(int.Parse(file.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture), Path.GetFileNameWithoutExtension(file)[5..], sql, sha256);
    }
}
