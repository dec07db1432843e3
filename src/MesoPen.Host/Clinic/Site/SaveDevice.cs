namespace MesoPen.Host.Clinic.Site;

/// <summary>Asks to save a device of this station. It is tested first: a device that does not answer is not saved.</summary>
/// <param name="Address">A path, serial:PATH?baud=N or tcp://HOST:PORT.</param>
/// <param name="Name">For people; null for its model and serial number.</param>
public sealed record SaveDevice(string Address, string? Name = null);
