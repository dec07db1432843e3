namespace MesoPen.Benchmarks;

/// <summary>Stop.</summary>
internal static class StopSection
{
    private const double AimUs = 50_000;

    public static string Write(bool quick, string folder)
    {
        StopTimes.Result result = StopTimes.Measure(folder, quick ? 10 : 200);
        Table table = new("from the call of the stop", "p50", "p99", "max");
        Row("to the device having heard it", result.Heard);
        Row("to the plunger still", result.Still);
        return $"""
            ## Stop while delivering

            `ControlLoop.RequestStop` called at a random instant while the plunger moves, {result.Still.Count} times: host with event loop, connection, serial link
            and journal on the disk; pseudo-terminal; simulated gun in real time on a thread of its own. The end is the plant's own word, to its
            millisecond; the motor's half millisecond to stand still is in it. Shots that were over before the stop came are not counted ({result.EndedBefore}).

            {table}
            {Aim.Line(
                $"plunger still within 50 ms of the call; the longest took {Figures.Us(result.Still.MaxUs)}",
                result.Still.MaxUs <= AimUs,
                "The longest ones are waits for a core: host, device and whatever else the machine does share two.")}
            """;

        void Row(string what, Percentiles times) => table.Row(what, Figures.Us(times.P50Us), Figures.Us(times.P99Us), Figures.Us(times.MaxUs));
    }
}
