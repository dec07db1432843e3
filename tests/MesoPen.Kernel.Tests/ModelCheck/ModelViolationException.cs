namespace MesoPen.Kernel.Tests.ModelCheck;

/// <summary>An invariant does not hold.</summary>
public sealed class ModelViolationException(string message) : Exception(message);
