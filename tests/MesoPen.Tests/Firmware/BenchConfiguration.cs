using MesoPen.Firmware;

namespace MesoPen.Tests.Firmware;

/// <summary>The device on the bench: a five-needle gun with a short journal, so that its ring goes round within a test.</summary>
internal static class BenchConfiguration
{
    public static DeviceConfiguration Gun { get; } = new()
    {
        Model = "bench-5",
        Serial = "B-0001",
        Needles = 5,
        CalibrationDueDay = 20_000,
        DepthMinUm = 250,
        DepthMaxUm = 6000,
        DoseMinNl = 5000,
        DoseMaxNl = 100_000,
        DoseStepNl = 500,
        MinIntervalMs = 112,
        LeaseMaxMs = 250,
        PermitShotsMax = 8,
        JournalCapacity = 12,
        CartridgeNl = 5_000_000,
        PrimeMaxNl = 500_000,
        TriggerModes = 7,
        // A prime: no dose in the tests is a whole number of steps, so a rounding in the wrong direction shows.
        PlungerStepsPerMl = 20_011,
        NeedleOutUmPerS = 60_000,
        NeedleBackUmPerS = 80_000,
        FlowNlPerS = 800_000,
        SettleMs = 5,
        DwellMs = 20,
        OcclusionKpa = 1200,
        DepthToleranceUm = 80,
        TemperatureMinCc = 500,
        TemperatureMaxCc = 4000,
        BatteryMinPermille = 100,
        TriggerStuckMs = 10_000,
    };
}
