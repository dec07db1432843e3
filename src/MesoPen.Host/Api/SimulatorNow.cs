namespace MesoPen.Host.Api;

/// <summary>A simulated device at this moment.</summary>
/// <param name="Plant">The machine.</param>
/// <param name="Acting">Faults that act or wait.</param>
public sealed record SimulatorNow(SimulatorPlant Plant, IReadOnlyList<SimulatorActing> Acting);
