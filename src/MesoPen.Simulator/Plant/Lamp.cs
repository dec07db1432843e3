namespace MesoPen.Simulator;

/// <summary>What the lamp on the device shows.</summary>
/// <param name="Armed">A permit with shots left is live.</param>
/// <param name="Zone">Its zone tag.</param>
/// <param name="MustRelease">The trigger must be released before it counts.</param>
public readonly record struct Lamp(bool Armed, ushort Zone, bool MustRelease);
