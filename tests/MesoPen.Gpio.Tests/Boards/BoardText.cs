using System.Runtime.CompilerServices;

namespace MesoPen.Gpio.Tests.Boards;

/// <summary>The shipped board's text, changed and written to a file of its own.</summary>
internal sealed class BoardText : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mesopen-board-").FullName;
    private readonly List<string> _lines;

    internal BoardText() => _lines =
        [.. System.IO.File.ReadLines(Shipped).Select(line => line.Replace("../profiles/", Hardware + "/profiles/", StringComparison.Ordinal))];

    internal static string Hardware { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../hardware"));

    internal static string Shipped => Path.Combine(Hardware, "boards/pi-step-dir.yaml");

    internal string File => Path.Combine(_folder, "board.yaml");

    /// <summary>Puts something in a line's place. Gives its number.</summary>
    internal int Change(string old, string now)
    {
        int at = _lines.FindIndex(line => line.Contains(old, StringComparison.Ordinal));
        Assert.True(at >= 0, $"No line holds '{old}'.");
        _lines[at] = _lines[at].Replace(old, now, StringComparison.Ordinal);
        return at + 1;
    }

    internal Board Open()
    {
        System.IO.File.WriteAllLines(File, _lines);
        return BoardReader.Open(File);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Here([CallerFilePath] string path = "") => path;
}
