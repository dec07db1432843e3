using System.Diagnostics;

namespace MesoPen.Hil;

/// <summary>
/// Runs scenarios, each from each seed, on some threads. Runs share nothing, so their order and number of threads change no result; results come in the
/// order of scenarios and seeds.
/// </summary>
internal static class RunSet
{
    /// <summary>Runs all on virtual time.</summary>
    /// <param name="scenarios">Scenarios.</param>
    /// <param name="seeds">Seeds for all of them; null for each one's own.</param>
    /// <param name="jobs">Threads.</param>
    /// <param name="done">Told of each run as it ends, on any thread, one at a time.</param>
    public static IReadOnlyList<ScenarioRun> OnVirtualTime(IReadOnlyList<Scenario> scenarios, SeedSpan? seeds, int jobs, Action<ScenarioRun> done)
    {
        List<(Scenario Scenario, int Seed)> work = [];
        foreach (Scenario scenario in scenarios.Where(each => each.Levels.Contains(RunLevel.Virtual)))
        {
            work.AddRange((seeds?.All ?? [scenario.Seed]).Select(seed => (scenario, seed)));
        }

        ScenarioRun[] runs = new ScenarioRun[work.Count];
        object gate = new();
        Threads.Run(jobs, work.Count, at =>
        {
            runs[at] = One(work[at].Scenario, work[at].Seed);
            lock (gate)
            {
                done(runs[at]);
            }
        });
        return runs;
    }

    /// <summary>One run on virtual time. Whatever goes wrong in it is its failure, a defect of the product or the rig included.</summary>
    public static ScenarioRun One(Scenario scenario, int seed)
    {
        long begun = Stopwatch.GetTimestamp();
        using VirtualRun run = new(scenario, seed);
        RunFailure? failure = null;
        try
        {
            run.Run();
        }
        catch (BrokenInvariantException broken)
        {
            failure = Failure($"invariant-{broken.Invariant}", broken.Message, 0);
        }
        catch (StepFailedException failed)
        {
            failure = Failure(failed.Kind, failed.Message, failed.Line);
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            failure = Failure("defect", defect.ToString(), 0);
        }

        VirtualTreatment treatment = run.Treatment;
        return new ScenarioRun(
            scenario, RunLevel.Virtual, seed, failure, treatment.Ms, Stopwatch.GetElapsedTime(begun), treatment.Trace.Value, treatment.Strokes.Count);

        RunFailure Failure(string kind, string sentence, int line) => new(
            kind, sentence, run.Treatment.Ms, line, run.Treatment.Recorder.Last(RunReport.EventsShown), $"mesopen-hil run {scenario.Path} --seeds {seed}-{seed}{scenario.HardwareOptions}");
    }
}
