namespace MesoPen.Kernel;

/// <summary>What the device said of itself at one moment.</summary>
/// <param name="BootId">Its boot.</param>
/// <param name="DeviceMs">Its clock, ms; wraps.</param>
/// <param name="Condition">What it is doing.</param>
/// <param name="Still">Needle home and plunger still.</param>
/// <param name="Primed">The line is full.</param>
/// <param name="SelfTested">Self-test passed in this boot.</param>
/// <param name="Fault">Latched fault, 0 if none.</param>
/// <param name="FaultSeq">Number of that fault or stop within the boot.</param>
/// <param name="PermitId">Live permit, 0 if none.</param>
/// <param name="PermitIdSeen">Highest permit id of this boot.</param>
/// <param name="ShotCounter">Shots begun in its life.</param>
/// <param name="VolumeCounter">Volume of all shots of its life.</param>
/// <param name="JournalFirst">Oldest shot not acknowledged.</param>
public sealed record DeviceSnapshot(
    uint BootId, uint DeviceMs, DeviceCondition Condition, bool Still, bool Primed, bool SelfTested, int Fault, uint FaultSeq,
    uint PermitId, uint PermitIdSeen, uint ShotCounter, Volume VolumeCounter, uint JournalFirst)
{
    /// <summary>The newest shot that has ended.</summary>
    public uint LastEnded => Condition == DeviceCondition.Delivering || !Still ? Math.Max(ShotCounter, 1) - 1 : ShotCounter;

    /// <summary>Nothing can fire and nothing moves: the journal is complete.</summary>
    public bool Dead => PermitId == 0 && Still
        && Condition is DeviceCondition.Idle or DeviceCondition.Stopped or DeviceCondition.Faulted;
}
