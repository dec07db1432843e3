using System.Runtime.CompilerServices;

namespace MesoPen.Kernel.Tests;

/// <summary>Where the repository lies, by where this file was compiled.</summary>
internal static class Sources
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", ".."));

    private static string Here([CallerFilePath] string path = "") => path;
}
