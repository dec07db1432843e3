namespace MesoPen.Host.Clinic.Site;

/// <summary>Problem types of the devices of a station.</summary>
public static class DeviceProblems
{
    /// <summary>The device cannot be used.</summary>
    public static ProblemType Unfit { get; } = new(
        "device-unfit", 409, "The device cannot be used", "Nothing answered at the address, or what answered is no device that this station may treat with.",
        "The detail says what to do; mesopen doctor says what stands in the way of ports.");

    /// <summary>The device is not one of the station's.</summary>
    public static ProblemType NotSaved { get; } = new(
        "device-not-saved", 409, "The device is not one of this station's", "A session names a device that was not tested and saved at this station.",
        "Test and save it first (the console's page Devices, or POST /api/v1/station-devices), or set Station:Device.");
}
