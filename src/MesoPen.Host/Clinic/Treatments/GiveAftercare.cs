namespace MesoPen.Host.Clinic.Treatments;

/// <summary>Asks to note what the patient was told.</summary>
/// <param name="Text">What was told, or which leaflet was handed over.</param>
public sealed record GiveAftercare(string Text);
