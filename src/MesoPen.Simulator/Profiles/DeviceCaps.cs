namespace MesoPen.Simulator;

/// <summary>The caps section of a profile. Units are in the names; doses are for the whole head.</summary>
/// <param name="DepthMinUm">Shallowest depth, µm.</param>
/// <param name="DepthMaxUm">Deepest depth, µm.</param>
/// <param name="DoseMinNl">Smallest dose, nL.</param>
/// <param name="DoseMaxNl">Largest dose, nL.</param>
/// <param name="DoseStepNl">Doses are multiples of this, nL.</param>
/// <param name="MinIntervalMs">From the beginning of one shot to that of the next, ms.</param>
/// <param name="LeaseMaxMs">Longest lease, ms.</param>
/// <param name="PermitShotsMax">How far a permit may reach ahead.</param>
/// <param name="JournalCapacity">Entries that the journal holds.</param>
/// <param name="CartridgeNl">Volume of a full cartridge, nL.</param>
/// <param name="PrimeMaxNl">Most that one prime may move, nL.</param>
/// <param name="TriggerModes">A bit each: 1 single, 2 repeat, 4 continuous.</param>
public sealed record DeviceCaps(
    int DepthMinUm,
    int DepthMaxUm,
    int DoseMinNl,
    int DoseMaxNl,
    int DoseStepNl,
    int MinIntervalMs,
    int LeaseMaxMs,
    int PermitShotsMax,
    int JournalCapacity,
    long CartridgeNl,
    int PrimeMaxNl,
    int TriggerModes);
