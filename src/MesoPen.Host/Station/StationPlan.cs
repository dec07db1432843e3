namespace MesoPen.Host.Station;

/// <summary>The plan that is carried out.</summary>
/// <param name="PlanId">Its id.</param>
/// <param name="Title">Its title.</param>
public sealed record StationPlan(string PlanId, string Title);
