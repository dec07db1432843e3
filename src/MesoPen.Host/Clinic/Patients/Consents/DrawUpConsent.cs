namespace MesoPen.Host.Clinic.Patients.Consents;

/// <summary>Asks to draw up a consent to the newest version of a plan.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="TextId">The text; null for the one that comes with the program.</param>
public sealed record DrawUpConsent(string PlanId, string? TextId = null);
