using System.Collections.Immutable;

namespace MesoPen.Host.Station;

/// <summary>Samples of the device's sensors since the trace before, oldest first.</summary>
/// <param name="Samples">The samples.</param>
public sealed record LiveTrace(ImmutableArray<LiveSample> Samples);
