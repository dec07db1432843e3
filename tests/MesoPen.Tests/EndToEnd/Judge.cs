using MesoPen.Simulator;

namespace MesoPen.Tests.EndToEnd;

/// <summary>Holds the record of a treatment against what the needle did.</summary>
internal static class Judge
{
    /// <summary>Everything about a treatment that came to its end.</summary>
    /// <param name="summary">What the host reported.</param>
    /// <param name="truth">What happened.</param>
    /// <param name="tolerance">How far they may lie apart.</param>
    public static void Complete(Summary summary, TruthLog truth, ShotTolerance tolerance)
    {
        Assert.Equal("completed", summary.Outcome);
        ShotByShot(summary, truth, tolerance);
        Assert.All(summary.Zones, zone =>
        {
            Assert.Equal(zone.Points, zone.Shots);
            Assert.Equal(0, zone.UnknownNl);
        });
        WithinZones(summary, truth);
    }

    /// <summary>Each shot that was fired is reported once, as it was; nothing else is.</summary>
    public static void ShotByShot(Summary summary, TruthLog truth, ShotTolerance tolerance)
    {
        Assert.Equal(truth.Strokes.Select(stroke => stroke.Shot), summary.Shots.Select(shot => shot.Shot));
        foreach ((SummaryShot shot, TruthStroke stroke) in summary.Shots.Zip(truth.Strokes))
        {
            Assert.NotEqual("unknown", shot.Outcome);
            Assert.True(
                Math.Abs(shot.VolumeNl - stroke.VolumeNl) <= tolerance.VolumeNl(shot.VolumeNl, shot.EndedBy != 0),
                $"Shot {shot.Shot}: {shot.VolumeNl} nL reported, {stroke.VolumeNl} nL left the needle. {shot}, {stroke}");
            Assert.True(
                Math.Abs(shot.DepthUm - stroke.DepthUm) <= tolerance.DepthUm,
                $"Shot {shot.Shot}: {shot.DepthUm} µm reported, {stroke.DepthUm} µm reached. {shot}, {stroke}");
            Assert.Equal(summary.Zones[stroke.Zone - 1].Zone, shot.Zone);
        }

        long reported = summary.Shots.Sum(shot => shot.VolumeNl);
        long given = truth.Strokes.Sum(stroke => stroke.VolumeNl) + truth.DripNl;
        long apart = summary.Shots.Sum(shot => tolerance.VolumeNl(shot.VolumeNl, shot.EndedBy != 0));
        Assert.True(Math.Abs(reported - given) <= apart, $"{reported} nL reported in all, {given} nL left the needle.");
        Assert.Equal(reported, summary.Zones.Sum(zone => zone.DeliveredNl));
    }

    /// <summary>No zone had more than its limit, neither by the report nor by what the needle did.</summary>
    public static void WithinZones(Summary summary, TruthLog truth)
    {
        for (int zone = 0; zone < summary.Zones.Count; zone++)
        {
            long given = truth.Strokes.Where(stroke => stroke.Zone == zone + 1).Sum(stroke => stroke.VolumeNl);
            Assert.InRange(given, 0, summary.Zones[zone].LimitNl);
            Assert.InRange(summary.Zones[zone].DeliveredNl + summary.Zones[zone].UnknownNl, 0, summary.Zones[zone].LimitNl);
        }
    }
}
