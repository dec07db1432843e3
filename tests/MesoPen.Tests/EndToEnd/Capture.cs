using System.Text.Json;

namespace MesoPen.Tests.EndToEnd;

/// <summary>What a host sent, by the capture of its frames.</summary>
internal static class Capture
{
    /// <summary>Types of all frames sent, in order; none if the host never opened a capture.</summary>
    public static IReadOnlyList<string> Sent(string path) => !File.Exists(path) ? [] :
    [
        .. File.ReadLines(path).Select(line => JsonElement.Parse(line))
            .Where(line => line.GetProperty("direction").GetString() == "sent").Select(line => line.GetProperty("type").GetString()!),
    ];
}
