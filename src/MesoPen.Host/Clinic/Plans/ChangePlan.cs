namespace MesoPen.Host.Clinic.Plans;

/// <summary>Asks for a new version of a plan or protocol.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Content">What is to be done from now on, whole.</param>
public sealed record ChangePlan(string Reason, PlanContent Content);
