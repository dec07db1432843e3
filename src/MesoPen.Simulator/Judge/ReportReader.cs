using System.Text.Json;

namespace MesoPen.Simulator;

/// <summary>
/// Reads what a host reported (the summary line of <c>mesopen treat --json</c>, or the rows of <c>mesopen records show --json</c>) and what the
/// machine did (the truth file). By its own few lines: a judge shares no code with what it judges.
/// </summary>
internal static class ReportReader
{
    /// <summary>The shots of a report, in order.</summary>
    /// <exception cref="SimulatorInputException">A line is not JSON, or holds no shots in either form.</exception>
    internal static List<ReportedShot> Shots(string path)
    {
        List<ReportedShot> shots = [];
        foreach (JsonElement line in Lines(path))
        {
            if (Is(line, "type", "summary"))
            {
                shots.AddRange(line.GetProperty("shots").EnumerateArray().Select(Shot));
            }
            else if (Is(line, "kind", "shot"))
            {
                shots.Add(Shot(line.GetProperty("body")));
            }
        }

        return shots;
    }

    /// <summary>What left the tips in each shot, and how deep they were, by shot; a shot that stands twice has fired twice.</summary>
    internal static ILookup<uint, (long DepthUm, long VolumeNl)> Truth(string path) => Lines(path)
        .Where(line => line.TryGetProperty("stroke", out _) && line.TryGetProperty("volume_nl", out _))
        .ToLookup(line => line.GetProperty("shot").GetUInt32(), line => (line.GetProperty("depth_um").GetInt64(), line.GetProperty("volume_nl").GetInt64()));

    private static ReportedShot Shot(JsonElement shot) => new(
        shot.GetProperty("shot").GetUInt32(), shot.GetProperty("outcome").GetString()!, shot.GetProperty("depth_um").GetInt64(), shot.GetProperty("volume_nl").GetInt64(),
        shot.TryGetProperty("ended_by", out JsonElement by) ? by.GetInt64() : 0);

    private static bool Is(JsonElement line, string key, string value) =>
        line.TryGetProperty(key, out JsonElement found) && found.ValueKind == JsonValueKind.String && found.GetString() == value;

    private static List<JsonElement> Lines(string path)
    {
        List<JsonElement> lines = [];
        int number = 0;
        try
        {
            foreach (string text in File.ReadLines(path))
            {
                number++;
                if (text.Length > 0)
                {
                    lines.Add(JsonElement.Parse(text));
                }
            }

            return lines;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SimulatorInputException($"{path} cannot be read: {failure.Message}");
        }
        catch (JsonException failure)
        {
            throw new SimulatorInputException($"{path}:{number}: this line is not JSON: {failure.Message}");
        }
    }
}
