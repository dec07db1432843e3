namespace MesoPen.Host.Connection;

/// <summary>Which device the user means. What is null is not checked at first; a re-found device must be the one that was found first.</summary>
/// <param name="Model">The id of the device's profile.</param>
/// <param name="Serial">Its serial.</param>
public sealed record ExpectedDevice(string? Model = null, string? Serial = null);
