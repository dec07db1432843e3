namespace MesoPen.Host.Connection;

/// <summary>Which device the user means. What is null is not checked at first; a re-found device must be the one that was found first.</summary>
/// <param name="Model">The id of the device's profile.</param>
/// <param name="Serial">Its serial.</param>
/// <param name="Needles">Needles in its head: a dose is for the whole head, so with fewer each needle would give more.</param>
public sealed record ExpectedDevice(string? Model = null, string? Serial = null, int? Needles = null);
