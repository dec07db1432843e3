using System.Text.Json;

namespace MesoPen.Tests.Simulator;

/// <summary>Reads truth lines.</summary>
internal static class TruthText
{
    internal static IEnumerable<JsonElement> Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement);

    internal static long Number(this JsonElement line, string key) => line.GetProperty(key).GetInt64();

    internal static bool Has(this JsonElement line, string key) => line.TryGetProperty(key, out _);

    internal static bool IsEvent(this JsonElement line, string name) => line.TryGetProperty("event", out JsonElement e) && e.GetString() == name;

    /// <summary>All fluid that the lines account for, nL.</summary>
    internal static long Volume(this IEnumerable<JsonElement> lines) => lines.Sum(line =>
        line.TryGetProperty("volume_nl", out JsonElement v) || line.TryGetProperty("prime_nl", out v) || line.TryGetProperty("drip_nl", out v)
            ? v.GetInt64()
            : 0);
}
