namespace MesoPen.Benchmarks;

/// <summary>Request and answer over a pseudo-terminal.</summary>
internal static class RoundTripSection
{
    private const double AimRatio = 3;

    public static string Write(bool quick)
    {
        (Percentiles host, Percentiles raw, long bytes) = RoundTrips.Measure(quick ? 1_000 : 20_000);
        Table table = new("exchange", "p50", "p90", "p99", "max", "allocated");
        Row("`DeviceConnection.RequestAsync(status)`", host, bytes);
        Row("raw write and read of the same bytes", raw, 0);
        double ratio = host.P50Us / raw.P50Us;
        return $"""
            ## Request round trip over a pseudo-terminal

            A status request (14 B) and its answer (84 B), {host.Count:N0} of each in blocks that take turns. The host's way is the whole of it: event loop,
            connection with its retry and timeout, writer thread, `SerialPort`, pseudo-terminal, a device on a thread of its own that answers at
            once, reader thread, event loop. The raw way is two threads with blocking descriptors on another pseudo-terminal.

            {table}
            {Aim.Line(
                $"p50 under 3 × raw; it is {ratio:F2} ×",
                ratio < AimRatio,
                "A raw exchange wakes two threads, the host's way four (writer, device, reader, loop): with every wake at the scheduler's price, twice raw is the floor. The rest is system calls that find nothing yet (a read before each poll) and Polly.")}
            A device at 115,200 Bd takes 8.5 ms for the same bytes on the wire.

            """;

        void Row(string what, Percentiles times, long allocated) =>
            table.Row(what, Figures.Us(times.P50Us), Figures.Us(times.At(0.9)), Figures.Us(times.P99Us), Figures.Us(times.MaxUs), Figures.Bytes(allocated));
    }
}
