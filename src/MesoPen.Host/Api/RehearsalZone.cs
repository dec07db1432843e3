namespace MesoPen.Host.Api;

/// <summary>What a zone would come to.</summary>
/// <param name="Zone">Zone id.</param>
/// <param name="Shots">Shots: one for each point.</param>
/// <param name="DoseNl">Dose of each, nL.</param>
/// <param name="TotalNl">Volume of all, nL.</param>
/// <param name="MachineMs">Time that the machine needs, ms.</param>
public sealed record RehearsalZone(string Zone, int Shots, long DoseNl, long TotalNl, long MachineMs);
