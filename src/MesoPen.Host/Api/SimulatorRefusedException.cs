namespace MesoPen.Host.Api;

/// <summary>The simulator refused. The message is its sentence.</summary>
internal sealed class SimulatorRefusedException(string message) : Exception(message);
