using System.Runtime.CompilerServices;

namespace MesoPen.Tests.Walls;

/// <summary>The repository as files, without what is built or fetched.</summary>
internal static class Repository
{
    private static readonly HashSet<string> NotOurs =
        [".git", "artifacts", "bin", "obj", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts", "dist"];

    private static readonly HashSet<string> Text =
    [
        "", ".cs", ".csproj", ".props", ".targets", ".sln", ".json", ".jsonl", ".md", ".yaml", ".yml", ".txt", ".sh", ".svg", ".html", ".css",
        ".ts", ".tsx", ".js", ".mjs", ".editorconfig", ".gitignore", ".config", ".service", ".rules", ".cast", ".dts", ".npmrc", ".xml", ".sql",
    ];

    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", ".."));

    /// <summary>All files of ours under a folder, as paths from the root with forward slashes.</summary>
    public static IEnumerable<string> Files(string under = "") =>
        Walk(Path.Combine(Root, under)).Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'));

    /// <summary>Those of them that are C#.</summary>
    public static IEnumerable<string> Code(string under) => Files(under).Where(path => path.EndsWith(".cs", StringComparison.Ordinal));

    /// <summary>Those of them that hold text.</summary>
    public static IEnumerable<string> TextFiles(string under = "") => Files(under).Where(path => Text.Contains(Path.GetExtension(path)));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static string[] Lines(string path) => File.ReadAllLines(Path.Combine(Root, path));

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            yield return file;
        }

        foreach (string inner in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            if (NotOurs.Contains(Path.GetFileName(inner)))
            {
                continue;
            }

            foreach (string file in Walk(inner))
            {
                yield return file;
            }
        }
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
