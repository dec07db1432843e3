namespace MesoPen.Host.Clinic.Treatments;

/// <summary>Asks to end the session at this station.</summary>
/// <param name="Aftercare">What the patient was told, or which leaflet was handed over; may be left out if it was recorded before or nothing was delivered.</param>
public sealed record CloseSession(string? Aftercare = null);
