using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Host.Records;

namespace MesoPen.Host.Api;

/// <summary>The record of a session: what it stood on, each shot, the sums, and the hash that it hangs on.</summary>
/// <param name="Session">What the clinic knows.</param>
/// <param name="Shots">Each shot, by the rows of the journal.</param>
/// <param name="Sums">Their sums, by zone.</param>
/// <param name="Rows">Rows of the session in the journal.</param>
/// <param name="HeadSequence">Sequence of the session's last row; 0 if there is none.</param>
/// <param name="HeadHash">Hash of that row: kept elsewhere, on paper, it shows later whether anything before it was changed.</param>
public sealed record SessionRecordView(
    Treatment Session, ImmutableArray<SessionShot> Shots, ImmutableArray<SessionZoneSum> Sums, int Rows, long HeadSequence, string? HeadHash)
{
    /// <summary>The record by the rows of the journal.</summary>
    public static SessionRecordView Of(Treatment session, IReadOnlyList<JournalRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ImmutableArray<SessionShot> shots = [.. rows.Where(row => row.Kind == "shot").Select(Shot)];
        return new SessionRecordView(
            session,
            shots,
            [.. shots.GroupBy(shot => shot.Zone ?? "").Select(Sum)],
            rows.Count,
            rows.Count == 0 ? 0 : rows[^1].Sequence,
            rows.Count == 0 ? null : rows[^1].Hash);
    }

    private static SessionShot Shot(JournalRow row)
    {
        JsonNode body = JsonNode.Parse(row.Body)!;
        return new SessionShot(
            (uint)body["shot"]!, DateTimeOffset.FromUnixTimeMilliseconds(row.AtUnixMs), (string?)body["zone_id"], (string)body["outcome"]!,
            (bool)body["partial"]!, (int)body["depth_um"]!, (long)body["volume_nl"]!, row.Sequence);
    }

    private static SessionZoneSum Sum(IGrouping<string, SessionShot> zone) => new(
        zone.Key,
        zone.Count(shot => shot.Outcome == "delivered"),
        zone.Count(shot => shot.Outcome == "unknown"),
        zone.Count(shot => shot.Outcome == "not-delivered"),
        zone.Where(shot => shot.Outcome != "unknown").Sum(shot => shot.VolumeNl),
        zone.Where(shot => shot.Outcome == "unknown").Sum(shot => shot.VolumeNl));
}
