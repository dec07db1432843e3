namespace MesoPen.Host.Diagnostics;

/// <summary>A program that has a port open.</summary>
/// <param name="ProcessId">Its process.</param>
/// <param name="Program">Its name.</param>
public sealed record PortHolder(int ProcessId, string Program);
