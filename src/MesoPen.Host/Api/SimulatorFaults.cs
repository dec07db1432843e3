namespace MesoPen.Host.Api;

/// <summary>The catalogue of faults, as a simulator tells it.</summary>
/// <param name="Grammar">How a fault is written.</param>
/// <param name="Faults">The faults.</param>
internal sealed record SimulatorFaults(string Grammar, IReadOnlyList<SimulatorFault> Faults);
