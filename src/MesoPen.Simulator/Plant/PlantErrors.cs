namespace MesoPen.Simulator;

/// <summary>How the machine differs from what its firmware believes. A calibration is to find it; the device's own reports never show it.</summary>
public sealed record PlantErrors
{
    /// <summary>By how many millionths the plunger displaces more for each step than its nominal scale says: 42,000 is 4.2 % too much.</summary>
    public int PlungerPpm { get; init; }

    /// <summary>By how much the tip stands further out than the encoder says, once it has left home, µm.</summary>
    public int NeedleOffsetUm { get; init; }

    /// <summary>Play between carriage and needle, µm; null for the profile's.</summary>
    public int? NeedleBacklashUm { get; init; }

    /// <summary>Throws <see cref="SimulatorInputException"/> for a machine that is beyond all calibrating.</summary>
    internal PlantErrors Checked() => PlungerPpm is >= -500_000 and <= 500_000
        && NeedleOffsetUm is >= -1_000 and <= 1_000 && NeedleBacklashUm is null or (>= 0 and <= 1_000)
        ? this
        : throw new SimulatorInputException(
            "Planted errors: the plunger's scale is off by at most 500000 ppm, the needle by 1000 um, its play is 0 to 1000 um.");
}
