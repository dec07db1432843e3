namespace MesoPen.Host.Clinic.Products;

/// <summary>A needle head, as it is known now.</summary>
/// <param name="Id">Serial number, or lot and running number, or the clinic's own id.</param>
/// <param name="HeadTypeId">Its type.</param>
/// <param name="Lot">Its lot.</param>
/// <param name="SterileUntil">Last day on which it is sterile.</param>
/// <param name="Serial">Serial number; null if it has none.</param>
/// <param name="SessionId">The one session that it was fitted to; null while it is new.</param>
/// <param name="PatientId">The one patient that it was used on; null while it is new.</param>
/// <param name="Punctures">Punctures so far, of each needle.</param>
/// <param name="DiscardedBecause">Why it was thrown away; null if it was not.</param>
/// <param name="Version">Sequence of the last event about it.</param>
public sealed record Head(
    string Id, string HeadTypeId, string Lot, DateOnly SterileUntil, string? Serial, string? SessionId, string? PatientId, int Punctures,
    string? DiscardedBecause, long Version);
