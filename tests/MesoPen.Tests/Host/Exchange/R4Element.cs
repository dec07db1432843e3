using System.Collections.Frozen;

namespace MesoPen.Tests;

/// <summary>An element of FHIR R4, as fhir-r4-elements.txt states it.</summary>
internal sealed record R4Element(string Path, int Min, bool Many, IReadOnlyList<string> Types, FrozenSet<string>? Codes)
{
    public string Name => Path[(Path.LastIndexOf('.') + 1)..];

    public bool IsChoice => Path.EndsWith("[x]", StringComparison.Ordinal);

    public static R4Element Parse(string line)
    {
        string[] halves = line.Split(" = ", 2);
        string[] parts = halves[0].Split(' ', 3);
        return new R4Element(
            parts[0], parts[1][0] - '0', parts[1].EndsWith('*'), parts[2].Split('|'), halves.Length > 1 ? halves[1].Split(' ').ToFrozenSet() : null);
    }
}
