namespace MesoPen.Host.Api;

/// <summary>What can be done with the simulated device that is connected.</summary>
/// <param name="Available">Its simulator takes orders. If not, nothing else is said but why.</param>
/// <param name="Why">Why it takes none, and what to do; null if it does.</param>
/// <param name="Faults">The faults that it can be asked for.</param>
/// <param name="Plant">The machine.</param>
/// <param name="Acting">Faults that act or wait.</param>
public sealed record SimulatorView(bool Available, string? Why, IReadOnlyList<SimulatorFault> Faults, SimulatorPlant? Plant, IReadOnlyList<SimulatorActing> Acting);
