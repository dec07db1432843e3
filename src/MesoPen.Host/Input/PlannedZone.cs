using MesoPen.Kernel;

namespace MesoPen.Host.Input;

/// <summary>A zone as a plan file states it: what the kernel needs, and what only people need.</summary>
/// <param name="Line">Line of the plan on which it begins.</param>
/// <param name="Plan">What the kernel checks and grants.</param>
/// <param name="Technique">One of the catalogue's words.</param>
/// <param name="SpacingUm">Distance from point to point, µm. The operator keeps it; no device here can.</param>
/// <param name="OwnLimits">Limits that the plan itself states for the zone, each with its own source.</param>
public sealed record PlannedZone(int Line, ZonePlan Plan, string Technique, int SpacingUm, IReadOnlyList<Limit> OwnLimits);
