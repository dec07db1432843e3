namespace MesoPen.Host.Clinic.People;

/// <summary>Asks to treat although a rule blocks it.</summary>
/// <param name="Problem">Id of the problem type that blocks, such as plan-not-due.</param>
/// <param name="PatientId">Who is to be treated.</param>
/// <param name="PlanId">The patient's plan.</param>
/// <param name="PlanVersion">Version of the plan.</param>
/// <param name="Hours">It counts for so long; the site says how long at most.</param>
/// <param name="Reason">Why, one line.</param>
public sealed record ProposeOverride(string Problem, string PatientId, string PlanId, int PlanVersion, int Hours, string Reason);
