namespace MesoPen.Firmware;

/// <summary>What is burnt into one device: who it is, its caps, its mechanics. Units are in the names.</summary>
public sealed record DeviceConfiguration
{
    /// <summary>Profile id, at most 32 ASCII characters.</summary>
    public required string Model { get; init; }

    /// <summary>Serial number, at most 32 ASCII characters.</summary>
    public required string Serial { get; init; }

    /// <summary>Needles in the head: 1, 5 or 9 in the profiles shipped.</summary>
    public required int Needles { get; init; }

    /// <summary>Day on which the calibration is due, days since 1970-01-01; 0 = never calibrated.</summary>
    public required uint CalibrationDueDay { get; init; }

    /// <summary>Lowest and highest needle depth, µm.</summary>
    public required int DepthMinUm { get; init; }

    /// <inheritdoc cref="DepthMinUm"/>
    public required int DepthMaxUm { get; init; }

    /// <summary>Lowest and highest dose of a shot for the whole head, and its step, nL.</summary>
    public required int DoseMinNl { get; init; }

    /// <inheritdoc cref="DoseMinNl"/>
    public required int DoseMaxNl { get; init; }

    /// <inheritdoc cref="DoseMinNl"/>
    public required int DoseStepNl { get; init; }

    /// <summary>Shortest time from the beginning of one shot to the next, ms.</summary>
    public required int MinIntervalMs { get; init; }

    /// <summary>Longest lease, ms; at most 250.</summary>
    public required int LeaseMaxMs { get; init; }

    /// <summary>How many shots ahead of the counter a permit may reach.</summary>
    public required int PermitShotsMax { get; init; }

    /// <summary>Entries that the journal holds.</summary>
    public required int JournalCapacity { get; init; }

    /// <summary>Volume of a full cartridge, nL.</summary>
    public required long CartridgeNl { get; init; }

    /// <summary>Most that one prime may move, nL.</summary>
    public required int PrimeMaxNl { get; init; }

    /// <summary>Trigger modes offered, a bit each: 1 single, 2 repeat, 4 continuous.</summary>
    public required int TriggerModes { get; init; }

    /// <summary>Plunger steps per millilitre, by calibration (an integer, so that arithmetic is exact).</summary>
    public required long PlungerStepsPerMl { get; init; }

    /// <summary>Needle speeds out and back, µm/s.</summary>
    public required int NeedleOutUmPerS { get; init; }

    /// <inheritdoc cref="NeedleOutUmPerS"/>
    public required int NeedleBackUmPerS { get; init; }

    /// <summary>Flow while injecting and while priming, nL/s for the whole head.</summary>
    public required long FlowNlPerS { get; init; }

    /// <summary>Pause between needle out and plunger start, ms.</summary>
    public required int SettleMs { get; init; }

    /// <summary>Pause between plunger stop and needle back, so that pressure falls and no drop follows, ms.</summary>
    public required int DwellMs { get; init; }

    /// <summary>Line pressure that counts as an occlusion, kPa.</summary>
    public required int OcclusionKpa { get; init; }

    /// <summary>Needle positions beyond the permitted depth by more than this are fault 13, µm.</summary>
    public required int DepthToleranceUm { get; init; }

    /// <summary>Operating temperature, hundredths of a degree Celsius.</summary>
    public required int TemperatureMinCc { get; init; }

    /// <inheritdoc cref="TemperatureMinCc"/>
    public required int TemperatureMaxCc { get; init; }

    /// <summary>Battery charge below which the device faults, thousandths.</summary>
    public required int BatteryMinPermille { get; init; }

    /// <summary>A trigger pressed for longer than this without a permit that uses it is stuck, ms.</summary>
    public required int TriggerStuckMs { get; init; }

    /// <summary>The muscles and senses are simulated, and the device says so to whoever asks. No board sets this.</summary>
    public bool Simulated { get; init; }
}
