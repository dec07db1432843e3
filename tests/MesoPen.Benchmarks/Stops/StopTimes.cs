using System.Diagnostics;

namespace MesoPen.Benchmarks;

/// <summary>From the call of a stop to the plunger still, while it delivers, at instants that a seed chooses.</summary>
internal static class StopTimes
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Stops so often and gives the durations, Stopwatch ticks.</summary>
    /// <param name="folder">For the journal and the line; it exists.</param>
    /// <param name="times">How many stops.</param>
    public static Result Measure(string folder, int times)
    {
        PlungerWatch watch = new();
        Random chance = new(2);
        List<long> heard = new(times);
        List<long> still = new(times);
        int ended = 0;
        using StopRig rig = new(folder, watch);
        while (still.Count < times)
        {
            if (ended > times + 50)
            {
                throw new InvalidOperationException($"{ended} shots were over before a stop reached them, {still.Count} were stopped: {rig.Where}.");
            }

            if (!watch.WaitForShot(Patience))
            {
                throw new TimeoutException($"No shot began: {rig.Where}.");
            }

            // The plunger runs for 125 ms of a shot; the device's own milliseconds are not in step with this.
            WaitUs(1_000 + (long)(chance.NextDouble() * 60_000));
            if (!watch.Moving)
            {
                ended++;
                continue;
            }

            long calledUs = PlungerWatch.NowUs();
            rig.RequestStop();
            PlungerStill seen = watch.WaitForStill(Patience) ?? throw new TimeoutException($"The plunger did not stand still: {rig.Where}.");
            if (seen.StopHeardUs < calledUs)
            {
                // The shot was over before the device heard the stop.
                ended++;
                continue;
            }

            heard.Add(Ticks(seen.StopHeardUs - calledUs));
            still.Add(Ticks(seen.AtUs - calledUs));
        }

        return new Result(new Percentiles(heard), new Percentiles(still), ended);
    }

    private static long Ticks(long us) => us * Stopwatch.Frequency / 1_000_000;

    private static void WaitUs(long us)
    {
        long end = PlungerWatch.NowUs() + us;
        Thread.Sleep((int)(us / 1_000));
        while (PlungerWatch.NowUs() < end)
        {
            Thread.Yield();
        }
    }

    /// <param name="Heard">From the call to the device having heard it.</param>
    /// <param name="Still">From the call to the plunger still.</param>
    /// <param name="EndedBefore">Shots that were over before a stop could reach them; not counted.</param>
    internal sealed record Result(Percentiles Heard, Percentiles Still, int EndedBefore);
}
