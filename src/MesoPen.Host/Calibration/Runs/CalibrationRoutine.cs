using System.Collections.Immutable;

namespace MesoPen.Host.Calibration;

/// <summary>
/// What comes next in a calibration, from what was recorded alone. So it goes on after a power cut of host, device or instrument as if nothing had
/// been: what was begun and has no reading is simply still to be done, from its beginning.
/// </summary>
public static class CalibrationRoutine
{
    /// <summary>The next task; null if there is none any more.</summary>
    public static BenchTask? Next(CalibrationRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Phase switch
        {
            CalibrationPhase.Reverting => new BenchTask.SetScale(run.Begun.Bench.Before),
            CalibrationPhase.Ended or CalibrationPhase.Aborted => null,
            CalibrationPhase.AwaitingAcceptance => new BenchTask.Wait(),
            CalibrationPhase.Adjusting => new BenchTask.SetScale(new HeldScale(run.Accepted!.Scale, 0, null)),
            _ when !run.EnvironmentBefore => new BenchTask.Environment(),
            _ => Open(run).FirstOrDefault() ?? (run.EnvironmentOwed ? new BenchTask.Environment() : AfterSeries(run)),
        };
    }

    /// <summary>All tasks of one series, in the order of work.</summary>
    public static IEnumerable<BenchTask> Series(CalibrationRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        ImmutableArray<CalibrationPoint> points = run.Begun.Setup.Points;
        return run.Begun.Kind switch
        {
            CalibrationKind.Volume => Weighings(points),
            CalibrationKind.Depth => Enumerable.Range(0, run.Begun.Bench.Needles).SelectMany(
                needle => Enumerable.Range(0, points.Max(point => point.Replicates)).Select(replicate => new BenchTask.Sweep(replicate, needle))),
            _ => points.SelectMany((point, index) => Enumerable.Range(0, point.Replicates).Select(replicate => new BenchTask.Occlude(index, replicate))),
        };
    }

    /// <summary>What is still to be done of the current series.</summary>
    public static IEnumerable<BenchTask> Open(CalibrationRun run) => Series(run).Where(task => !IsDone(run, task));

    /// <summary>
    /// Where a needle stops on its way out and back: home, each point outwards, each but the deepest on the way back, for nothing lies beyond that
    /// to come back from.
    /// </summary>
    public static ImmutableArray<SweepStep> Steps(CalibrationSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        (CalibrationPoint Point, int Index)[] outwards = [.. setup.Points.Select((point, index) => (point, index)).OrderBy(each => each.point.Nominal)];
        return
        [
            new SweepStep(-1, TravelDirection.Out, 0),
            .. outwards.Select(each => new SweepStep(each.Index, TravelDirection.Out, each.Point.Nominal)),
            .. outwards.Reverse().Skip(1).Select(each => new SweepStep(each.Index, TravelDirection.Back, each.Point.Nominal)),
        ];
    }

    private static IEnumerable<BenchTask> Weighings(ImmutableArray<CalibrationPoint> points)
    {
        yield return new BenchTask.Weigh(-1, 0, 0);
        for (int point = 0; point < points.Length; point++)
        {
            for (int replicate = 0; replicate < points[point].Replicates; replicate++)
            {
                yield return new BenchTask.Weigh(point, replicate, points[point].ShotsPerReading);
            }

            // Evaporation goes on while the work does: it is looked at between the points too.
            yield return new BenchTask.Weigh(-1, point + 1, 0);
        }
    }

    private static bool IsDone(CalibrationRun run, BenchTask task) => task switch
    {
        BenchTask.Weigh weigh => run.Current.Weighings.Any(each => each.Point == weigh.Point && each.Replicate == weigh.Replicate),
        BenchTask.Occlude occlude => run.Current.Occlusions.Any(each => each.Point == occlude.Point && each.Replicate == occlude.Replicate),
        BenchTask.Sweep sweep => run.Current.Gauge.Count(each => each.Replicate == sweep.Replicate && each.Needle == sweep.Needle)
            == Steps(run.Begun.Setup).Length,
        _ => false,
    };

    private static BenchTask AfterSeries(CalibrationRun run) =>
        run.Phase == CalibrationPhase.AsFound && run.Proposal is null && run.Declined is null && run.Begun.Bench.Adjust != AdjustWhen.Never
            && run.Begun.Kind != CalibrationKind.Occlusion
            ? new BenchTask.Judge()
            : new BenchTask.End();
}
