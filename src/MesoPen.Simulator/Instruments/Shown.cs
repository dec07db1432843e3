namespace MesoPen.Simulator;

/// <summary>What an instrument shows at a moment.</summary>
/// <param name="Value">ng or nm, rounded to its last digit.</param>
/// <param name="Stable">Whether it is at rest.</param>
/// <param name="Beyond">1 above its range, -1 below, 0 within.</param>
internal readonly record struct Shown(long Value, bool Stable, int Beyond);
