namespace MesoPen.Host.Api;

/// <summary>A device was removed from those that the station has saved.</summary>
/// <param name="DeviceId">Its id.</param>
public sealed record RemovedDevice(string DeviceId);
