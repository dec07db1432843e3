namespace MesoPen.Host.Clinic.Site;

/// <summary>A saved device is used here no longer.</summary>
/// <param name="By">Who did it.</param>
/// <param name="DeviceId">Id.</param>
public sealed record StationDeviceRemoved(string By, string DeviceId) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "device/" + DeviceId;
}
