namespace MesoPen.Simulator;

/// <summary>A fault that was asked for and is not over.</summary>
/// <param name="Spec">Which.</param>
/// <param name="Acts">Whether it acts; else it waits for its moment.</param>
/// <param name="UntilMs">When it ends, ms of the run; of one that acts only. The largest number if it does not end by itself.</param>
public sealed record PlannedFault(FaultSpec Spec, bool Acts, long UntilMs);
