using MesoPen.Firmware;
using MesoPen.Host.Calibration;
using MesoPen.Host.Input;
using MesoPen.Host.Records;
using MesoPen.Protocol;
using MesoPen.Simulator;
using SimulatorProfile = MesoPen.Simulator.DeviceProfile;

namespace MesoPen.Hil;

/// <summary>What a virtual treatment is made of. The same options give the same run.</summary>
internal sealed record VirtualTreatmentOptions
{
    /// <summary>Plan, profile, limits.</summary>
    public required TreatmentInput Input { get; init; }

    /// <summary>Another device than the plan's profile describes; null for that one.</summary>
    public SimulatorProfile? Device { get; init; }

    /// <summary>The plan's profile with its physics, which the oracle goes by; null for the simulator's own of that id.</summary>
    public SimulatorProfile? Profile { get; init; }

    /// <summary>Invariants that the oracle does not hold the device to.</summary>
    public IReadOnlySet<int> Excused { get; init; } = new HashSet<int>();

    /// <summary>The device's serial.</summary>
    public string Serial { get; init; } = "SIM-0001";

    /// <summary>The device's memory; null for a new one.</summary>
    public INonVolatile? Memory { get; init; }

    /// <summary>Wall time at the beginning; null for an ordinary day in 2031.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Seed of the device, the operator, the line and the host.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Who holds the device.</summary>
    public OperatorPace Operator { get; init; } = OperatorPace.Auto;

    /// <summary>Faults of the machine.</summary>
    public IReadOnlyList<FaultSpec> Faults { get; init; } = [];

    /// <summary>What the line does to frames.</summary>
    public LinkWeather Weather { get; init; } = LinkWeather.Clear;

    /// <summary>How long the disk takes for a write; null for no time.</summary>
    public Func<TimeSpan>? DiskLatency { get; init; }

    /// <summary>How long a person takes to answer, ms.</summary>
    public int AnswerMs { get; init; } = 20;

    /// <summary>How long the device may be away before a run of treat ends.</summary>
    public TimeSpan LinkPatience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Another place for records than memory; null for memory.</summary>
    public IRecordStore? Disk { get; init; }

    /// <summary>Certificates that the host goes by; null if the device's own day alone rules.</summary>
    public CertificatesState? Certificates { get; init; }

    /// <summary>The adjustment that a new device holds; null for none.</summary>
    public CalibrationSetRequest? Adjustment { get; init; }

    /// <summary>The calibration's last day, days since 1970-01-01.</summary>
    public uint CalibrationDueDay { get; init; } = 47_481;
}
