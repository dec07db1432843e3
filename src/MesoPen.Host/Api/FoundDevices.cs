namespace MesoPen.Host.Api;

/// <summary>What a look around found.</summary>
/// <param name="Devices">Every address that was looked at, found or not.</param>
public sealed record FoundDevices(IReadOnlyList<DeviceView> Devices);
