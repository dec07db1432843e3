namespace MesoPen.Host.Clinic.Products;

/// <summary>A vial of a lot is on the shelf.</summary>
/// <param name="By">Who took it in.</param>
/// <param name="VialId">The clinic's own id of the vial.</param>
/// <param name="LotId">Its lot.</param>
/// <param name="VolumeNl">What is in it, nL.</param>
/// <param name="Serial">Serial number of its package; null if it has none.</param>
public sealed record VialReceived(string By, string VialId, string LotId, long VolumeNl, string? Serial = null) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "vial/" + VialId;
}
