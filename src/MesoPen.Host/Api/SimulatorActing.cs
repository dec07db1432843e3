namespace MesoPen.Host.Api;

/// <summary>A fault of the simulator that acts, or waits for its moment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Spec">As it was asked for.</param>
/// <param name="Acts">It acts; else it waits.</param>
/// <param name="EndsInMs">It ends after this, ms; null if not by itself.</param>
public sealed record SimulatorActing(string Name, string Spec, bool Acts, long? EndsInMs);
