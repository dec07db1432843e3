namespace MesoPen.Benchmarks;

/// <summary>How a movement of the plunger within a shot ended.</summary>
/// <param name="AtUs">When it stood still, on the monotonic clock, µs.</param>
/// <param name="StopHeardUs">When the device had heard a stop, on the same clock; 0 if it heard none.</param>
/// <param name="MovedMs">How long it had moved, on the device's clock, ms.</param>
internal sealed record PlungerStill(long AtUs, long StopHeardUs, long MovedMs);
