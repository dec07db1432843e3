namespace MesoPen.Host.Clinic.Products;

/// <summary>Asks to put a vial on the shelf.</summary>
/// <param name="VialId">The clinic's own id of the vial.</param>
/// <param name="LotId">Its lot.</param>
/// <param name="VolumeNl">What is in it, nL.</param>
/// <param name="Serial">Serial number of its package.</param>
public sealed record ReceiveVial(string VialId, string LotId, long VolumeNl, string? Serial = null);
