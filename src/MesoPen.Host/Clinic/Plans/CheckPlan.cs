namespace MesoPen.Host.Clinic.Plans;

/// <summary>Asks what a protocol or plan comes to, and what stands against it. Nothing is changed.</summary>
/// <param name="Content">What is to be done; it may be half written.</param>
/// <param name="PatientId">Whom it is for; null for nobody yet.</param>
/// <param name="LoadedNl">What will be in the cartridges, nL; null if that is not known yet.</param>
public sealed record CheckPlan(PlanContent Content, string? PatientId = null, long? LoadedNl = null);
