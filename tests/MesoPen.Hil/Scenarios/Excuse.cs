namespace MesoPen.Hil;

/// <summary>An invariant that cannot hold in a scenario because the device itself is made to break it; said, with its reason.</summary>
/// <param name="Invariant">Its number in docs/safety, 1 to 7.</param>
/// <param name="Because">Why.</param>
internal sealed record Excuse(int Invariant, string Because);
