using System.Text.Json;

namespace MesoPen.Tests.EndToEnd;

/// <summary>The last line of <c>mesopen treat --json</c>.</summary>
/// <param name="Session">Session id.</param>
/// <param name="Outcome">How the run ended.</param>
/// <param name="Zones">The zones, in the plan's order.</param>
/// <param name="Shots">Every shot of the session, earlier runs included.</param>
internal sealed record Summary(string Session, string Outcome, IReadOnlyList<SummaryZone> Zones, IReadOnlyList<SummaryShot> Shots)
{
    /// <summary>The summary that a run ended with.</summary>
    public static Summary Of(RunningProgram treatment)
    {
        Assert.NotEmpty(treatment.Lines);
        JsonElement line = JsonElement.Parse(treatment.Lines[^1]);
        Assert.Equal("summary", line.GetProperty("type").GetString());
        return new Summary(
            line.GetProperty("session").GetString()!,
            line.GetProperty("outcome").GetString()!,
            [.. line.GetProperty("zones").EnumerateArray().Select(Zone)],
            [.. line.GetProperty("shots").EnumerateArray().Select(Shot)]);
    }

    private static SummaryZone Zone(JsonElement zone) => new(
        zone.GetProperty("zone").GetString()!, Number(zone, "points"), Number(zone, "shots"), Number(zone, "delivered_nl"),
        Number(zone, "unknown_nl"), Number(zone, "limit_nl"));

    private static SummaryShot Shot(JsonElement shot) => new(
        (uint)Number(shot, "shot"), shot.GetProperty("zone").GetString()!, shot.GetProperty("outcome").GetString()!,
        Number(shot, "depth_um"), Number(shot, "volume_nl"), Number(shot, "ended_by"));

    private static long Number(JsonElement of, string name) => of.GetProperty(name).GetInt64();
}
