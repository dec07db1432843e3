namespace MesoPen.Simulator;

/// <summary>A virtual gauge whose foot follows the tip of the needle. Units are in the names.</summary>
public sealed record GaugeOptions
{
    /// <summary>How it speaks.</summary>
    public GaugeProtocol Protocol { get; init; }

    /// <summary>Seed of all its chance.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The last digit that it shows, nm: 100, 1,000 or 10,000.</summary>
    public int ResolutionNm { get; init; } = 1_000;

    /// <summary>What it shows with the needle at home, nm.</summary>
    public int ZeroNm { get; init; }

    /// <summary>Standard deviation of what it shows each time the needle comes to the same place, nm.</summary>
    public int NoiseNm { get; init; }

    /// <summary>How far its zero wanders, nm in an hour.</summary>
    public int DriftNmPerH { get; init; }

    /// <summary>How far it swings in a second in which somebody walks by, nm; there is one such second in four.</summary>
    public int VibrationNm { get; init; }

    /// <summary>Thousandths of its answers in which one byte is spoilt on the line.</summary>
    public int ParityPermille { get; init; }

    /// <summary>Serial number that it answers, where its language has the question.</summary>
    public string Serial { get; init; } = "VG-0001";
}
