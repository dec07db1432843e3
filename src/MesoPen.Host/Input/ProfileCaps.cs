using System.Collections.Immutable;
using MesoPen.Kernel;

namespace MesoPen.Host.Input;

/// <summary>What a device's firmware enforces by itself, as its profile states it. Doses are for the whole head.</summary>
public sealed record ProfileCaps
{
    /// <summary>Shallowest needle position along its axis, µm.</summary>
    public required int DepthMinUm { get; init; }

    /// <summary>Deepest needle position along its axis, µm.</summary>
    public required int DepthMaxUm { get; init; }

    /// <summary>Smallest dose of a shot, nL.</summary>
    public required long DoseMinNl { get; init; }

    /// <summary>Largest dose of a shot, nL.</summary>
    public required long DoseMaxNl { get; init; }

    /// <summary>Doses are multiples of this, nL.</summary>
    public required long DoseStepNl { get; init; }

    /// <summary>Shortest time from shot to shot, ms.</summary>
    public required int MinIntervalMs { get; init; }

    /// <summary>Longest lease, ms.</summary>
    public required int LeaseMaxMs { get; init; }

    /// <summary>Shots that a permit may reach ahead.</summary>
    public required int PermitShotsMax { get; init; }

    /// <summary>Entries that the device's journal holds.</summary>
    public required int JournalCapacity { get; init; }

    /// <summary>Volume of a full cartridge, nL.</summary>
    public required long CartridgeNl { get; init; }

    /// <summary>Most that one prime may move, nL.</summary>
    public required long PrimeMaxNl { get; init; }

    /// <summary>Trigger modes that the device has.</summary>
    public required ImmutableArray<ShotTrigger> TriggerModes { get; init; }
}
