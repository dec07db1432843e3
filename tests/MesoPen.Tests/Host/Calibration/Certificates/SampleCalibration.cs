using System.Collections.Immutable;
using MesoPen.Host.Calibration;

namespace MesoPen.Tests;

/// <summary>Calibrations as a bench records them, from a fixed pattern of scatter: the same every time.</summary>
internal static class SampleCalibration
{
    /// <summary>First step, 2031-05-06 08:00 UTC.</summary>
    public static readonly long Begun = new DateTimeOffset(2031, 5, 6, 8, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    // Deviations of single readings, thousandths of the dose; their mean is about zero.
    private static readonly int[] Scatter = [3, -2, 1, -4, 2, 0, -1, 4, -3, 1, 0, -2, 2, -1, 3, -3];

    // ng that evaporate in a ms: 0.3 mg/h.
    private const double EvaporationNgPerMs = 300_000.0 / 3_600_000;

    // mg of water for 1 µL at 21 °C, about 1/1.0031.
    private const double NgPerNl = 996.9;

    /// <summary>Volumes by weighing: 4.2 % too much as found, adjusted, right as left.</summary>
    /// <param name="replicates">Readings of a point.</param>
    /// <param name="serial">Serial number of the gun.</param>
    /// <param name="id">Id of the calibration.</param>
    public static CalibrationData Volume(int replicates = 10, string serial = "MG-0042", string id = "K-1") => new(
        id, CalibrationKind.Volume, Device(serial, simulated: true), Setup(
            [
                new CalibrationPoint(10_000, 500, "profile gun-5, tolerance", replicates, 10),
                new CalibrationPoint(50_000, 2_500, "profile gun-5, tolerance", replicates, 4),
                new CalibrationPoint(100_000, 5_000, "profile gun-5, tolerance", replicates, 2),
            ],
            Balance(), Thermometer(), Barometer(), Hygrometer()),
        Begun, Begun + 14_400_000, Environment(),
        [Weighed(SeriesKind.AsFound, DeviceScale.Nominal, 1.042, replicates, 600_000), Weighed(SeriesKind.AsLeft, new DeviceScale(959_693, 0, 0), 1.0004, replicates, 7_800_000)],
        new DeviceScale(959_693, 0, 0), 12_345);

    /// <summary>One volume, three weighings, nothing adjusted: for tests that make the certificate thousands of times.</summary>
    public static CalibrationData Small() => Volume(3, id: "K-9") with
    {
        Setup = Setup([new CalibrationPoint(10_000, 500, "site", 3, 10)], Balance(), Thermometer()),
        Series = [Weighed(SeriesKind.AsFound, DeviceScale.Nominal, 1.001, 3, 600_000, [(10_000, 10)])],
        Adjustment = null,
    };

    /// <summary>Depths of two needles, with 12 µm of play; nothing adjusted.</summary>
    public static CalibrationData Depth() => new(
        "K-2", CalibrationKind.Depth, Device("MG-0042", simulated: true) with { Needles = 2 }, Setup(
            [
                new CalibrationPoint(1_000, 100, "profile gun-5, tolerance", 5, 1), new CalibrationPoint(2_000, 100, "profile gun-5, tolerance", 5, 1),
                new CalibrationPoint(4_000, 100, "profile gun-5, tolerance", 5, 1),
            ],
            new ReferenceInstrument("R-7", "gauge", "Dial gauge 543", "G-77", "CAL-G-2030-9", new DateOnly(2031, 12, 31), 1_000, 3_000, 2_000, 500)),
        Begun, Begun + 14_400_000, Environment(),
        [
            new CalibrationSeries(SeriesKind.AsFound, DeviceScale.Nominal, [],
            [
                .. Enumerable.Range(0, 2).SelectMany(needle => Enumerable.Range(0, 5).Select(replicate => new GaugeReading(
                    -1, replicate, needle, TravelDirection.Back, 0, 10_000_000 + 1_000 * Scatter[replicate], Begun + 600_000 + 60_000 * (needle * 100 + replicate)))),
                .. Enumerable.Range(0, 2).SelectMany(needle => Enumerable.Range(0, 3).SelectMany(point => Enumerable.Range(0, 5).SelectMany(replicate =>
                    (GaugeReading[])[Gauge(needle, point, replicate, TravelDirection.Out), Gauge(needle, point, replicate, TravelDirection.Back)]))),
            ],
            []),
        ],
        null, 12_345);

    /// <summary>Occlusion thresholds.</summary>
    public static CalibrationData Occlusion() => new(
        "K-3", CalibrationKind.Occlusion, Device("MG-0042", simulated: false), Setup(
            [new CalibrationPoint(1_200, 120, "profile gun-5, occlusion_kpa", 6, 1)],
            new ReferenceInstrument("R-8", "pressure", "Manometer P-2", "P-12", "CAL-P-2030-2", new DateOnly(2031, 12, 31), 1_000, 4_000, 2_000, 1_000)),
        Begun, Begun + 14_400_000, Environment(),
        [
            new CalibrationSeries(
                SeriesKind.AsFound, DeviceScale.Nominal, [], [],
                [.. Enumerable.Range(0, 6).Select(replicate => new OcclusionReading(0, replicate, 1_205_000 + 4_000 * Scatter[replicate], 2_400 + 10 * Scatter[replicate], 21_000, Begun + 900_000 + 120_000 * replicate))]),
        ],
        null, 12_345);

    private static CalibratedDevice Device(string serial, bool simulated) =>
        new("gun-5", serial, "2.1.0", 5, simulated, "HEAD-31-07", "Clean, no damage, as delivered <by hand> & dry") { ReceivedOn = new DateOnly(2031, 5, 5) };

    private static CalibrationSetup Setup(ImmutableArray<CalibrationPoint> points, params ReferenceInstrument[] references) => new(
        points, DecisionRule.Guarded, 9545, [.. references], "distilled water", 8000, 450_000, 0, "Skin Clinic, room 2", "MesoPen bench, room 7", 12, 250_000)
    {
        Country = "DE",
    };

    private static ReferenceInstrument Balance() =>
        new("R-1", "balance", "Balance XS 205", "B-1001", "CAL-B-2030-17", new DateOnly(2031, 12, 31), 10_000, 60_000, 2_000, 20_000);

    private static ReferenceInstrument Thermometer() =>
        new("R-2", "thermometer", "Thermometer T-1", "T-5", "CAL-T-2030-3", new DateOnly(2031, 10, 31), 10, 50, 2_000, 20);

    private static ReferenceInstrument Barometer() =>
        new("R-3", "barometer", "Barometer PB-1", "P-5", "CAL-P-2030-4", new DateOnly(2031, 10, 31), 10, 60, 2_000, 20);

    private static ReferenceInstrument Hygrometer() =>
        new("R-4", "hygrometer", "Hygrometer H-1", "H-5", "CAL-H-2030-5", new DateOnly(2031, 10, 31), 1, 20, 2_000, 10);

    private static ImmutableArray<EnvironmentReading> Environment() =>
    [
        .. Enumerable.Range(0, 5).Select(step => new EnvironmentReading(Begun + 3_600_000L * step, 21_000 + 30 * step, 21_500, 101_325 - 10 * step, 452 + step, "typed")),
    ];

    private static CalibrationSeries Weighed(
        SeriesKind kind, DeviceScale scale, double gain, int replicates, long offset, (long Nominal, int Shots)[]? of = null)
    {
        (long Nominal, int Shots)[] points = of ?? [(10_000, 10), (50_000, 4), (100_000, 2)];
        ImmutableArray<WeighingReading>.Builder weighings = ImmutableArray.CreateBuilder<WeighingReading>();
        long at = Begun + offset;
        double held = 20_000_000_000;
        for (int blank = 0; blank < 4; blank++)
        {
            Weigh(weighings, ref at, ref held, new WeighingReading(-1, blank, 0, 0, 0, 0, 0, 0, 0), 0, 120_000 + 60_000 * blank);
        }

        for (int point = 0; point < points.Length; point++)
        {
            for (int replicate = 0; replicate < replicates; replicate++)
            {
                long told = points[point].Nominal * points[point].Shots;
                double given = told * gain * (1 + Scatter[(replicate + 5 * point) % Scatter.Length] / 1000.0);
                Weigh(weighings, ref at, ref held, new WeighingReading(point, replicate, points[point].Shots, told, told, 0, 0, 0, 0), given * NgPerNl, 45_000);
            }
        }

        return new CalibrationSeries(kind, scale, weighings.ToImmutable(), [], []);
    }

    private static void Weigh(ImmutableArray<WeighingReading>.Builder weighings, ref long at, ref double held, WeighingReading reading, double addedNg, long forMs)
    {
        const double step = 10_000;
        long before = (long)(Math.Round(held / step) * step);
        held += addedNg - EvaporationNgPerMs * forMs;
        long after = (long)(Math.Round(held / step) * step);
        weighings.Add(reading with { BeforeNg = before, BeforeAtUnixMs = at, AfterNg = after, AfterAtUnixMs = at + forMs });
        at += forMs + 5_000;
        held -= EvaporationNgPerMs * 5_000;
    }

    private static GaugeReading Gauge(int needle, int point, int replicate, TravelDirection direction)
    {
        long target = ((long[])[1_000, 2_000, 4_000])[point];
        long nm = 10_000_000 + 1_000 * target + 2_000 * Scatter[(replicate + 3 * point + 7 * needle) % Scatter.Length] + 4_000 * (needle + 1)
            + (direction == TravelDirection.Back ? 12_000 : 0);
        return new GaugeReading(
            point, replicate, needle, direction, target, nm,
            Begun + 1_800_000 + 1_000L * (needle * 1_000 + point * 100 + replicate * 10 + (direction == TravelDirection.Out ? 0 : 5)));
    }
}
