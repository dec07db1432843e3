using System.Text.Json;

namespace MesoPen.Tests.EndToEnd;

/// <summary>The truth file of a simulated device: what the needle did, as the plant saw it.</summary>
/// <param name="Strokes">Labelled strokes, in order.</param>
/// <param name="Events">Instants, in order.</param>
/// <param name="DripNl">Fluid that followed the strokes, nL.</param>
internal sealed record TruthLog(IReadOnlyList<TruthStroke> Strokes, IReadOnlyList<TruthEvent> Events, long DripNl)
{
    /// <summary>Reads the file; a last line that is still being written is left out.</summary>
    public static TruthLog Read(string path)
    {
        List<TruthStroke> strokes = [];
        List<TruthEvent> events = [];
        long drip = 0;
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        string text = new StreamReader(file).ReadToEnd();
        foreach (string line in text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            JsonElement json = JsonElement.Parse(line);
            if (json.TryGetProperty("event", out JsonElement name))
            {
                events.Add(new TruthEvent(
                    name.GetString()!, Number(json, "t_ms"), Number(json, "mono_us"), (uint)Number(json, "shot"),
                    Number(json, "last_frame_ms")));
            }
            else if (json.TryGetProperty("stroke", out _))
            {
                strokes.Add(new TruthStroke(
                    (uint)Number(json, "shot"), (int)Number(json, "zone"), Number(json, "depth_um"), Number(json, "volume_nl"),
                    Number(json, "begin_ms"), Number(json, "t_ms")));
            }
            else if (json.TryGetProperty("after_shot", out JsonElement after) && after.GetInt64() > 0)
            {
                drip += Number(json, "drip_nl");
            }
        }

        return new TruthLog(strokes, events, drip);
    }

    private static long Number(JsonElement json, string name) => json.GetProperty(name).GetInt64();
}
