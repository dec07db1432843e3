namespace MesoPen.Host.Api;

/// <summary>No simulator answers. The message is a sentence that says what to do.</summary>
internal sealed class SimulatorAwayException(string message) : Exception(message);
