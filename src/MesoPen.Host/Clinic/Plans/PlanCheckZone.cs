namespace MesoPen.Host.Clinic.Plans;

/// <summary>What one zone of a plan comes to.</summary>
/// <param name="Zone">Id of the zone.</param>
/// <param name="Shots">Shots, one a point.</param>
/// <param name="DoseNl">Dose of a shot, nL.</param>
/// <param name="TotalNl">Volume of all shots, nL.</param>
/// <param name="DepthUm">Vertical depth: sin(angle) × length, rounded up, µm.</param>
/// <param name="MachineMs">Time that the machine needs, ms.</param>
/// <param name="HandMs">Time that the hand is taken to need, ms.</param>
public sealed record PlanCheckZone(string Zone, int Shots, long DoseNl, long TotalNl, int DepthUm, long MachineMs, long HandMs);
