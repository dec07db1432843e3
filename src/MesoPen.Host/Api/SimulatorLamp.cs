namespace MesoPen.Host.Api;

/// <summary>The lamp on a simulated device.</summary>
/// <param name="Armed">A permit with shots left is live.</param>
/// <param name="Zone">Tag of its zone.</param>
/// <param name="MustRelease">The trigger must be released before it counts.</param>
public sealed record SimulatorLamp(bool Armed, int Zone, bool MustRelease);
