namespace MesoPen.Kernel;

/// <summary>One shot, as the device's journal tells it.</summary>
/// <param name="Index">The device's lifetime count.</param>
/// <param name="Zone">Tag of the zone.</param>
/// <param name="Answer">Whether it was delivered.</param>
/// <param name="Partial">Ended early: the volume is less than the dose.</param>
/// <param name="Depth">Deepest needle position along its axis, by the device's encoder.</param>
/// <param name="Volume">Volume by the plunger's encoder; for an unknown shot the whole dose.</param>
/// <param name="PermitId">Permit that it was fired under; 0 if not known.</param>
/// <param name="BootId">Boot in which it began; 0 if not known.</param>
/// <param name="EndedBy">What ended it early, as on the wire; 0 if nothing did.</param>
/// <param name="DeviceMs">When it began, on that boot's clock, ms.</param>
public sealed record Shot(
    uint Index, ushort Zone, ShotAnswer Answer, bool Partial, Depth Depth, Volume Volume, uint PermitId, uint BootId, int EndedBy, uint DeviceMs);
