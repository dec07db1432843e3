namespace MesoPen.Host.Clinic.People;

/// <summary>What an override is for; it covers nothing else.</summary>
/// <param name="Problem">Id of the problem type that blocks.</param>
/// <param name="PatientId">Who is to be treated.</param>
/// <param name="PlanId">The patient's plan.</param>
/// <param name="PlanVersion">Version of the plan.</param>
/// <param name="Until">It does not count from then on, UTC.</param>
public sealed record OverrideSubject(string Problem, string PatientId, string PlanId, int PlanVersion, DateTimeOffset Until);
