namespace MesoPen.Simulator;

/// <summary>A virtual balance, what stands on it, and the room around it. Units are in the names.</summary>
public sealed record BalanceOptions
{
    /// <summary>How it speaks.</summary>
    public BalanceProtocol Protocol { get; init; }

    /// <summary>Seed of all its chance.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The last digit that it shows, ng: 10,000 is 0.01 mg. A power of ten from 100 to 1,000,000,000.</summary>
    public long ReadabilityNg { get; init; } = 10_000;

    /// <summary>The most that it can weigh, ng: 82 g.</summary>
    public long CapacityNg { get; init; } = 82_000_000_000;

    /// <summary>The vessel and the water in it at the beginning, ng: 12 g.</summary>
    public long VesselNg { get; init; } = 12_000_000_000;

    /// <summary>Standard deviation of what it shows for the same load, ng.</summary>
    public long NoiseNg { get; init; }

    /// <summary>How far its zero wanders, ng in an hour.</summary>
    public long DriftNgPerH { get; init; }

    /// <summary>What evaporates from the vessel, ng in an hour: 300,000 is 0.3 mg.</summary>
    public long EvaporationNgPerH { get; init; }

    /// <summary>What charge adds after each delivery, ng; it decays within seconds.</summary>
    public long StaticNg { get; init; }

    /// <summary>How far it swings in a second in which somebody walks by, ng; there is one such second in four.</summary>
    public long VibrationNg { get; init; }

    /// <summary>How long it takes to come to rest after a load has changed, ms.</summary>
    public int SettleMs { get; init; } = 1500;

    /// <summary>Thousandths of the seconds in which it is not at rest for no reason that can be seen.</summary>
    public int UnstablePermille { get; init; }

    /// <summary>Thousandths of the seconds in which it says that it is overloaded.</summary>
    public int OverloadPermille { get; init; }

    /// <summary>Thousandths of its answers in which one byte is spoilt on the line.</summary>
    public int ParityPermille { get; init; }

    /// <summary>Temperature of the water, m°C.</summary>
    public int WaterMilliC { get; init; } = 20_000;

    /// <summary>Temperature of the air, m°C.</summary>
    public int AirMilliC { get; init; } = 20_000;

    /// <summary>Pressure of the air, Pa.</summary>
    public int PressurePa { get; init; } = 101_325;

    /// <summary>Relative humidity, thousandths.</summary>
    public int HumidityPermille { get; init; } = 500;

    /// <summary>Serial number that it answers.</summary>
    public string Serial { get; init; } = "VB-0001";
}
