using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MesoPen.Hil;

/// <summary>Runs scenarios with real processes on pseudo-terminals, in real time, some at once. Results come in the order of scenarios and seeds.</summary>
internal static class PtyRunSet
{
    /// <summary>Runs at one time, unless somebody says otherwise: they mostly wait.</summary>
    public const int JobsDefault = 8;

    /// <summary>How often a run is tried again that a busy machine disturbed.</summary>
    private const int TriesMore = 2;

    /// <summary>Runs all that have this level.</summary>
    /// <param name="scenarios">Scenarios.</param>
    /// <param name="seeds">Seeds for all of them; null for each one's own.</param>
    /// <param name="jobs">Runs at one time.</param>
    /// <param name="done">Told of each run as it ends, on any thread, one at a time.</param>
    /// <exception cref="MesoPen.Host.Input.InputException">The programs are not beside this one.</exception>
    public static IReadOnlyList<ScenarioRun> Run(IReadOnlyList<Scenario> scenarios, SeedSpan? seeds, int jobs, Action<ScenarioRun> done)
    {
        ProductPrograms programs = ProductPrograms.In(AppContext.BaseDirectory);
        (Scenario Scenario, int Seed)[] work =
            [.. scenarios.Where(each => each.Levels.Contains(RunLevel.Pty)).SelectMany(each => (seeds?.All ?? [each.Seed]).Select(seed => (each, seed)))];
        ScenarioRun[] runs = new ScenarioRun[work.Length];
        LivingRooms rooms = new();
        using SemaphoreSlim starts = new(Environment.ProcessorCount);
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => rooms.Close());
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => rooms.Close());
        using PosixSignalRegistration hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, _ => rooms.Close());
        int next = -1;
        object gate = new();
        Thread[] threads = [.. Enumerable.Range(0, Math.Clamp(jobs, 1, Math.Max(1, work.Length))).Select(_ => new Thread(() =>
        {
            while (Interlocked.Increment(ref next) is var at && at < work.Length)
            {
                ScenarioRun run = One(work[at].Scenario, work[at].Seed, programs, rooms, starts);
                for (int again = 0; again < TriesMore && IsDisturbed(run); again++)
                {
                    run = One(work[at].Scenario, work[at].Seed, programs, rooms, starts);
                }

                runs[at] = run;
                lock (gate)
                {
                    done(run);
                }
            }
        }))];
        foreach (Thread thread in threads)
        {
            thread.Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        return runs;
    }

    /// <summary>
    /// The computer kept the host from a core for longer than a lease, so that the permit lapsed: safe, and judged, but another treatment than the
    /// one that is expected. A broken invariant is never such a run.
    /// </summary>
    private static bool IsDisturbed(ScenarioRun run) => run.Failure is { Kind: "expectation" } failure
        && failure.Events.Any(happened => happened.Contains("The permit lapsed", StringComparison.Ordinal));

    private static ScenarioRun One(Scenario scenario, int seed, ProductPrograms programs, LivingRooms rooms, SemaphoreSlim starts)
    {
        long begun = Stopwatch.GetTimestamp();
        using PtyRun run = new(scenario, seed, programs, rooms);
        RunFailure? failure = Failed(() => run.Run(starts));
        long ms = run.Ms;
        RunFailure? end = Failed(run.End);
        failure ??= end;

        // A broken invariant comes before everything else, and may be why the rest went wrong.
        RunFailure? judged = Failed(() => PtyOracle.Judge(scenario, run.Truth, run.Sent(), run.Rows(), run.EndUs));
        failure = judged?.Kind.StartsWith("invariant", StringComparison.Ordinal) == true ? judged : failure ?? judged ?? Failed(() => PtyEndCheck.Require(scenario, run));
        return new ScenarioRun(scenario, RunLevel.Pty, seed, failure, ms, Stopwatch.GetElapsedTime(begun), Trace: 0, run.Truth.Strokes.Count);

        RunFailure? Failed(Action part)
        {
            try
            {
                part();
                return null;
            }
            catch (BrokenInvariantException broken)
            {
                return Failure($"invariant-{broken.Invariant}", broken.Message, 0);
            }
            catch (StepFailedException failed)
            {
                return Failure(failed.Kind, failed.Message, failed.Line);
            }
            catch (Exception defect) when (defect is not OutOfMemoryException)
            {
                return Failure("defect", defect.ToString(), 0);
            }
        }

        RunFailure Failure(string kind, string sentence, int line) => new(
            kind, sentence, run.Ms, line, run.Recorder.Last(RunReport.EventsShown), $"mesopen-hil run {scenario.Path} --level pty --seeds {seed}-{seed}{scenario.HardwareOptions}");
    }
}
