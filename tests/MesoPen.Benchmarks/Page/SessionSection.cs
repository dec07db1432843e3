namespace MesoPen.Benchmarks;

/// <summary>The kernel.</summary>
internal static class SessionSection
{
    private const double AimNs = 1_000;
    private const int StepsPerShot = 3;

    public static string Write(bool quick)
    {
        BenchmarkRow status = ShortRun.Of<SessionBenchmarks>(quick)[nameof(SessionBenchmarks.StatusWhileArmed)];
        BenchmarkRow cycle = ShortRun.Of<ShotBenchmarks>(quick)[nameof(ShotBenchmarks.ShotCycle)];
        Table table = new("operation", "steps", "mean", "± dev.", "best", "a step", "allocated");
        Row("status seen while armed", 1, status);
        Row("shot told, record written, permit extended and taken", StepsPerShot, cycle);
        return $"""
            ## Session step

            `Session.Step`: an event in, effects out; the event's own creation is in it. The second row is a shot of a treatment: its journal
            entry, the answer of the disk, the answer of the device to the longer permit, in 200 sessions of 100 shots each, under the
            {ArmedSession.LimitCount} limits of the plan full-face-micro-depots.

            {table}
            {Aim.Line(
                $"a step in 1 µs; status {Figures.Ns(status.MeanNs)}, in the cycle {Figures.Ns(cycle.MeanNs / StepsPerShot)} a step",
                status.MeanNs <= AimNs && cycle.MeanNs / StepsPerShot <= AimNs,
                "A step asks the state machine what it may fire, and a shot makes the records and the permit that the ledger keeps. At ten shots a second it is a ten-thousandth of a core's time.")}
            """;

        void Row(string what, int steps, BenchmarkRow row) => table.Row(
            what, $"{steps}", Figures.Ns(row.MeanNs), Figures.Ns(row.DeviationNs), Figures.Ns(row.BestNs), Figures.Ns(row.MeanNs / steps), Figures.Bytes(row.AllocatedBytes));
    }
}
