using MesoPen.Simulator;

namespace MesoPen.Tests.Treatment.Rig;

/// <summary>Holds the rows on the disk against the strokes of the plant, shot by shot.</summary>
internal static class TruthComparison
{
    /// <summary>What does not agree, a sentence each.</summary>
    public static List<string> Of(VirtualTreatment treatment)
    {
        ShotTolerance tolerance = PlanShelf.Device(treatment.Device.Plant.ProfileId).Tolerance;
        ILookup<uint, (long, long)> truth = treatment.Strokes.ToLookup(stroke => stroke.Shot, stroke => ((long)stroke.DepthUm, stroke.VolumeNl));
        List<ReportedShot> reported = [.. treatment.Oracle.Disk.Shots.Select(shot => new ReportedShot(shot.Key, shot.Value.Outcome, shot.Value.DepthUm, shot.Value.VolumeNl))];
        return Comparison.Of(reported, truth, tolerance);
    }
}
