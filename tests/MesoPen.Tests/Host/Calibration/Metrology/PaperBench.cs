using System.Collections.Immutable;
using MathNet.Numerics.Distributions;
using MesoPen.Host.Calibration;

namespace MesoPen.Tests;

/// <summary>A bench on paper: readings of a gun, a balance and a room whose truth is known, from a seed. It uses no formula of the product.</summary>
internal sealed record PaperBench
{
    private const long Begin = 1_790_000_000_000;

    /// <summary>True volume over told volume.</summary>
    public double Scale { get; init; } = 1.042;

    /// <summary>Scatter of single shots, of their volume.</summary>
    public double ShotCv { get; init; } = 0.004;

    /// <summary>True evaporation, mg/h.</summary>
    public double EvaporationMgPerHour { get; init; } = 0.3;

    /// <summary>Standard deviation of one reading of the balance, ng.</summary>
    public double BalanceNoiseNg { get; init; } = 15_000;

    /// <summary>Smallest step of the balance, ng.</summary>
    public long ResolutionNg { get; init; } = 10_000;

    /// <summary>Standard uncertainty of a difference of weights by the balance's certificate, ng.</summary>
    public double BalanceStandardNg { get; init; } = 10_000;

    /// <summary>True temperature of the water, °C.</summary>
    public double WaterC { get; init; } = 21.4;

    public int Blanks { get; init; } = 6;

    public int Replicates { get; init; } = 10;

    public int Shots { get; init; } = 5;

    public DecisionRule Rule { get; init; } = DecisionRule.Guarded;

    public ImmutableArray<long> DosesNl { get; init; } = [10_000, 50_000, 100_000];

    public long TolerancePermille { get; init; } = 50;

    /// <summary>A calibration of volumes, as found.</summary>
    public CalibrationData Weigh(int seed)
    {
        Random random = new(seed);
        double Noise(double standard) => standard * Normal.Sample(random, 0, 1);

        // What this laboratory's instruments are off by stays the same for the whole run.
        double gain = Noise(BalanceStandardNg);
        double thermometer = Noise(0.05);
        ImmutableArray<WeighingReading>.Builder weighings = ImmutableArray.CreateBuilder<WeighingReading>();
        double vessel = 5e9;
        double clock = Begin;
        long Show() => (long)Math.Round((vessel + Noise(BalanceNoiseNg)) / ResolutionNg) * ResolutionNg;
        void Weighing(int point, int replicate, int shots, long dose)
        {
            long before = Show();
            long at = (long)clock;
            double seconds = 20 + (shots * 2) + (random.NextDouble() * 10);
            for (int i = 0; i < shots; i++)
            {
                vessel += dose * Scale * (1 + Noise(ShotCv)) * 1e6 / (1000 * Z(WaterC));
            }

            vessel += shots > 0 ? gain : 0;
            vessel -= EvaporationMgPerHour * 1e6 * seconds / 3600;
            clock += seconds * 1000;
            weighings.Add(new WeighingReading(point, replicate, shots, dose * shots, dose * shots, before, at, Show(), (long)clock));
            clock += 1000;
        }

        for (int blank = 0; blank < Blanks; blank++)
        {
            Weighing(-1, blank, 0, 0);
        }

        for (int point = 0; point < DosesNl.Length; point++)
        {
            for (int replicate = 0; replicate < Replicates; replicate++)
            {
                Weighing(point, replicate, Shots, DosesNl[point]);
            }
        }

        int water = (int)Math.Round((WaterC + thermometer) * 1000);
        ImmutableArray<EnvironmentReading> room =
            [new(Begin, water, 21_800, 101_300, 500, "typed"), new((long)clock, water, 21_800, 101_300, 500, "typed")];
        CalibrationSeries series = new(SeriesKind.AsFound, DeviceScale.Nominal, weighings.ToImmutable(), [], []);
        return new CalibrationData("c1", CalibrationKind.Volume, Gun, Setup(), Begin, (long)clock, room, [series], null, 1000);
    }

    public static CalibratedDevice Gun { get; } = new("gun-5", "SIM-1", "1.0", 1, true, null, "as new");

    public static ReferenceInstrument Reference(string role, long resolution, long expanded) =>
        new(role + "-1", role, "Model", "S/N 1", "C-1", new DateOnly(2030, 1, 1), resolution, expanded, 2000, 0);

    private CalibrationSetup Setup() => new(
        [.. DosesNl.Select(dose => new CalibrationPoint(dose, dose * TolerancePermille / 1000, "test", Replicates, Shots))], Rule, 9545,
        [
            Reference("balance", ResolutionNg, (long)(2 * BalanceStandardNg)), Reference("thermometer", 10, 100), Reference("barometer", 10, 100),
            Reference("hygrometer", 1, 20),
        ],
        "distilled water", 8000, 0, 0, "Customer", "Place", 12, null);

    // µL/mg by another formula than the product's: G. S. Kell, J. Chem. Eng. Data 20 (1975) 97, and air of 1.191 kg/m³ at 21.8 °C, 1013 hPa, 50 %.
    private static double Z(double t)
    {
        double above = 999.83952 + (16.945176 * t) - (7.9870401e-3 * t * t) - (46.170461e-6 * t * t * t) + (105.56302e-9 * Math.Pow(t, 4))
            - (280.54253e-12 * Math.Pow(t, 5));
        double density = above / (1 + (16.879850e-3 * t));
        return 1000 / (density - 1.191) * (1 - (1.191 / 8000));
    }
}
