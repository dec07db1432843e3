namespace MesoPen.Tests;

/// <summary>What is wrong with a device and its bench in a model: what a calibration is to find, and what its budget says that nobody can know.</summary>
internal sealed record BenchTruth
{
    /// <summary>Volume that comes for each told one, by the nominal scale.</summary>
    public double Scale { get; init; } = 1.042;

    /// <summary>Spread of single shots.</summary>
    public double ShotCv { get; init; } = 0.006;

    /// <summary>What evaporates, mg/h.</summary>
    public double EvaporationMgPerHour { get; init; } = 0.3;

    /// <summary>Play of the needle's drive, µm.</summary>
    public double PlayUm { get; init; } = 60;

    /// <summary>How much further out the needle stands than it believes, µm.</summary>
    public double OffsetUm { get; init; }

    /// <summary>Standard deviation of a weight, ng.</summary>
    public double NoiseNg { get; init; } = 15_000;

    /// <summary>Smallest step of the balance, ng.</summary>
    public long ReadabilityNg { get; init; } = 10_000;

    /// <summary>By how much every difference of weights across shots is wrong, ng.</summary>
    public double BalanceErrorNg { get; init; }

    /// <summary>Standard deviation of a gauge's reading, nm.</summary>
    public double GaugeNoiseNm { get; init; } = 1000;

    /// <summary>Seed of all chance.</summary>
    public int Seed { get; init; } = 1;
}
