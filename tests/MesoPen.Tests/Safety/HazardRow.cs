namespace MesoPen.Tests.Safety;

/// <summary>A row of docs/safety/hazards.md.</summary>
/// <param name="Id">HZ-nn.</param>
/// <param name="Hazard">What could go wrong.</param>
/// <param name="Severity">S1 to S4.</param>
/// <param name="Requirements">Ids of the requirements that mitigate it.</param>
internal sealed record HazardRow(string Id, string Hazard, string Severity, IReadOnlyList<string> Requirements);
