namespace MesoPen.Kernel.Tests.Rig;

/// <summary>What a storm may do besides losing, doubling and delaying messages, resetting, crashing and failing to write.</summary>
/// <param name="OverrunNl">Most that a shot may exceed its dose by.</param>
/// <param name="LosesEntries">Whether the device's journal may lose entries.</param>
/// <param name="ForeignShots">Shots in the journal from before.</param>
/// <param name="Window">Window of the session.</param>
internal sealed record StormOptions(int OverrunNl = 0, bool LosesEntries = false, int ForeignShots = 0, int Window = 5);
