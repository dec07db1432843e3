using MesoPen.Firmware;
using MesoPen.Protocol;

namespace MesoPen.Simulator;

/// <summary>What a simulated device is made of. Everything is a value: the same options and the same input give the same bytes.</summary>
public sealed record SimulationOptions
{
    /// <summary>The device's profile.</summary>
    public required DeviceProfile Profile { get; init; }

    /// <summary>Serial number.</summary>
    public string Serial { get; init; } = "SIM-0001";

    /// <summary>Does not say that it is simulated, as firmware from before that field. For tests of what a host does then.</summary>
    public bool DeniesSimulated { get; init; }

    /// <summary>How the machine differs from what its firmware believes; kept out of all reports of the device.</summary>
    public PlantErrors Errors { get; init; } = new();

    /// <summary>Seed of all chance: the operator's movements and the boot ids.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Who holds the device.</summary>
    public OperatorPace Operator { get; init; } = OperatorPace.Auto;

    /// <summary>Faults of the run.</summary>
    public IReadOnlyList<FaultSpec> Faults { get; init; } = [];

    /// <summary>Faults may be asked for later that something must be prepared for from the start.</summary>
    public bool AnyFaultLater { get; init; }

    /// <summary>Day on which the calibration is due, days since 1970-01-01; the default is 2099-12-31.</summary>
    public uint CalibrationDueDay { get; init; } = 47_481;

    /// <summary>The adjustment that a device holds whose memory holds none, with its day and certificate; null for none. Its id counts for nothing.</summary>
    public CalibrationSetRequest? Adjustment { get; init; }

    /// <summary>The device's memory; null for a new one that ends with the simulation.</summary>
    public INonVolatile? Memory { get; init; }

    /// <summary>Where truth lines go, each call whole lines; null to keep none. Not used when a plant file commits them.</summary>
    public TruthSink? Truth { get; init; }

    /// <summary>A monotonic clock of the outside world, µs, for the truth's instants; null for virtual time.</summary>
    public Func<long>? MonotonicUs { get; init; }
}
