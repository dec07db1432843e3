using System.Text.Json;

namespace MesoPen.Tests.EndToEnd;

/// <summary>
/// What <c>mesopen records show --json</c> says of a session, read by a few lines of its own: the shots, and the permit that is still open.
/// </summary>
/// <param name="Shots">Settled shots.</param>
/// <param name="OpenShots">Shots that a recorded permit allows beyond them.</param>
/// <param name="OpenDoseNl">Their dose, nL.</param>
/// <param name="Account">The account that the verb itself gives at the end; null if it gave none.</param>
internal sealed record Journal(IReadOnlyList<SummaryShot> Shots, long OpenShots, long OpenDoseNl, JsonElement? Account)
{
    /// <summary>What counts as unknown by these records, nL.</summary>
    public long UnknownNl => (OpenShots * OpenDoseNl) + Shots.Where(shot => shot.Outcome == "unknown").Sum(shot => shot.VolumeNl);

    public static Journal Of(IReadOnlyList<string> lines)
    {
        List<SummaryShot> shots = [];
        long last = 0;
        (long Limit, long DoseNl) open = (0, 0);
        JsonElement? account = null;
        foreach (JsonElement line in lines.Select(line => JsonElement.Parse(line)))
        {
            if (line.GetProperty("type").GetString() == "account")
            {
                account = line;
                continue;
            }

            JsonElement body = line.GetProperty("body");
            switch (line.GetProperty("kind").GetString())
            {
                case "baseline": last = body.GetProperty("shot_counter").GetInt64(); break;
                case "permit": open = (body.GetProperty("shot_limit").GetInt64(), body.GetProperty("dose_nl").GetInt64()); break;
                case "window-closed": open = default; break;
                case "shot":
                    last = body.GetProperty("shot").GetInt64();
                    shots.Add(new SummaryShot(
                        (uint)last, body.GetProperty("zone_id").GetString()!, body.GetProperty("outcome").GetString()!,
                        body.GetProperty("depth_um").GetInt64(), body.GetProperty("volume_nl").GetInt64(),
                        body.GetProperty("ended_by").GetInt64()));
                    break;
                default: break;
            }
        }

        return new Journal(shots, Math.Max(0, open.Limit - last), open.DoseNl, account);
    }
}
