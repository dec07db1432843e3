using MesoPen.Protocol;
using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary>Holds the rows on the disk against the strokes of the plant, shot by shot.</summary>
internal static class TruthComparison
{
    /// <summary>What does not agree, a sentence each; empty if every shot does, none is missing and none was fired twice.</summary>
    /// <param name="treatment">It, at its end.</param>
    /// <param name="mayHoldBack">Bores were blocked or the cartridge pulled: a shot may have given less than the plunger pushed, and the next one more, which no encoder sees; their volumes are judged in the sum alone.</param>
    public static List<string> Of(VirtualTreatment treatment, bool mayHoldBack = false)
    {
        ShotTolerance tolerance = treatment.Profile.Tolerance;
        IReadOnlyDictionary<uint, DiskShot> disk = treatment.Oracle.Disk.Shots;
        ILookup<uint, StrokeTruth> truth = treatment.Strokes.ToLookup(stroke => stroke.Shot);
        List<string> wrong = [.. truth.Where(shot => shot.Count() > 1).Select(shot => $"Shot {shot.Key} was fired {shot.Count()} times.")];
        wrong.AddRange(truth.Where(shot => !disk.ContainsKey(shot.Key)).Select(shot => $"Shot {shot.Key} of {shot.First().VolumeNl} nL is not on the disk."));
        foreach ((uint index, DiskShot shot) in disk)
        {
            StrokeTruth stroke = truth[index].FirstOrDefault();

            // What was cut short stands under pressure in the line, and follows as a drop: with it the sum is right, without it too much is counted.
            double gave = shot.EndedBy == 0 ? stroke.VolumeNl : treatment.Oracle.ShotNl.GetValueOrDefault(index);
            double more = shot.VolumeNl - gave;
            long within = tolerance.VolumeNl(shot.VolumeNl, cut: shot.EndedBy != 0);

            bool counted = (more >= -within || mayHoldBack || HeldBack(shot)) && (more <= within || mayHoldBack || HeldBack(shot));
            bool deep = shot.VolumeNl == 0 || Math.Abs(shot.DepthUm - stroke.DepthUm) <= tolerance.DepthUm;
            if (shot.Outcome == "unknown" || !counted || !deep || shot.Zone != stroke.Zone)
            {
                wrong.Add($"Shot {index}: on the disk {shot}, in truth {stroke}.");
            }
        }

        return wrong;
    }

    /// <summary>
    /// A fault of the machine may hold back what the plunger pushed: it leaves with the cartridge, in a prime or in the next shot. Such a shot is
    /// judged in the sum alone, by invariant 6.
    /// </summary>
    private static bool HeldBack(DiskShot shot) => shot.EndedBy is > 0 and < ShotEnd.TriggerOrContactLost;
}
