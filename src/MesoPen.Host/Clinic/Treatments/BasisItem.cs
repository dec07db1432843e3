namespace MesoPen.Host.Clinic.Treatments;

/// <summary>Something that a session stands on, as it was when the session was opened.</summary>
/// <param name="Kind">What it is: plan, protocol, screening, consent, product, lot, vial, head, profile, zones, limits.</param>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version, as whoever keeps it counts.</param>
/// <param name="Sha256">Hash of its content.</param>
public sealed record BasisItem(string Kind, string Id, string Version, string Sha256);
