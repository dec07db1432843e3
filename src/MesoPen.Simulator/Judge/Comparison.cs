using System.Globalization;

namespace MesoPen.Simulator;

/// <summary>Holds what a host reported against what the machine did.</summary>
internal static class Comparison
{
    /// <summary>What does not agree, a sentence each; empty if every shot does, none is missing and none was fired twice.</summary>
    internal static List<string> Of(IReadOnlyList<ReportedShot> reported, ILookup<uint, (long DepthUm, long VolumeNl)> truth, ShotTolerance tolerance)
    {
        List<string> wrong = [];
        foreach (IGrouping<uint, ReportedShot> shot in reported.GroupBy(each => each.Shot))
        {
            if (shot.Count() > 1)
            {
                wrong.Add($"Shot {shot.Key} is reported {shot.Count()} times.");
            }

            if (truth[shot.Key].Count() > 1)
            {
                wrong.Add($"Shot {shot.Key} was fired {truth[shot.Key].Count()} times.");
            }

            ReportedShot first = shot.First();
            (long depth, long volume) = truth[shot.Key].FirstOrDefault();
            if (first.Outcome == "unknown")
            {
                wrong.Add($"Shot {shot.Key} is reported as unknown; the machine gave {volume} nL.");
            }
            else if (Math.Abs(volume - first.VolumeNl) > tolerance.VolumeNl(first.VolumeNl, first.EndedBy != 0))
            {
                wrong.Add($"Shot {shot.Key}: {first.VolumeNl} nL reported, {volume} nL given.");
            }
            else if (first.VolumeNl > 0 && Math.Abs(depth - first.DepthUm) > tolerance.DepthUm)
            {
                wrong.Add($"Shot {shot.Key}: {first.DepthUm} µm deep reported, {depth} µm reached.");
            }
        }

        HashSet<uint> known = [.. reported.Select(shot => shot.Shot)];
        wrong.AddRange(truth.Where(shot => !known.Contains(shot.Key) && shot.Sum(stroke => stroke.VolumeNl) > 0)
            .Select(shot => string.Create(CultureInfo.InvariantCulture, $"Shot {shot.Key} of {shot.Sum(stroke => stroke.VolumeNl)} nL is not reported.")));
        return wrong;
    }
}
