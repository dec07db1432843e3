namespace MesoPen.Host.Clinic.Patients.Screening;

/// <summary>Says that a caution was weighed.</summary>
/// <param name="Question">Which question.</param>
/// <param name="Reason">Why treatment is right.</param>
public sealed record AcknowledgeCaution(string Question, string Reason);
