namespace MesoPen.Host.Clinic.Site;

/// <summary>A device was tested and saved, anew or again.</summary>
/// <param name="By">Who did it.</param>
/// <param name="Station">Station whose ports the address is of.</param>
/// <param name="DeviceId">Id.</param>
/// <param name="Name">For people.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Identity">What it said of itself.</param>
public sealed record StationDeviceSaved(string By, string Station, string DeviceId, string Name, string Address, DeviceIdentity Identity) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "device/" + DeviceId;
}
