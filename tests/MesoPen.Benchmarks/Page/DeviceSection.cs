namespace MesoPen.Benchmarks;

/// <summary>Firmware and plant.</summary>
internal static class DeviceSection
{
    private const double TickNs = 1e6;

    public static string Write(bool quick)
    {
        IReadOnlyDictionary<string, BenchmarkRow> rows = ShortRun.Of<DeviceTickBenchmarks>(quick);
        Table table = new("a millisecond of the device", "mean", "± dev.", "best", "faster than real time", "allocated");
        Row("idle, nobody at the line", nameof(DeviceTickBenchmarks.Idle));
        Row("armed, permit renewed every 50 ms", nameof(DeviceTickBenchmarks.Armed));
        Row("delivering, 8 to 9 shots of 20 µL a second", nameof(DeviceTickBenchmarks.Delivering));
        return $"""
            ## Firmware and plant tick

            `SimulatedDevice.Step`, a millisecond of the five-needle gun: firmware, needle, plunger, fluid and skin in ten substeps each, the
            operator, and a small host that renews and extends permits. There is no other simulator of such a device to compare with; the
            yardstick is real time.

            {table}
            """;

        void Row(string what, string name)
        {
            BenchmarkRow row = rows[name];
            table.Row(
                what, Figures.Ns(row.MeanNs), Figures.Ns(row.DeviationNs), Figures.Ns(row.BestNs), $"{Figures.Digits(TickNs / row.MeanNs)} ×", Figures.Bytes(row.AllocatedBytes));
        }
    }
}
