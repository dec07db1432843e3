using System.Collections.Immutable;

namespace MesoPen.Host.Api;

/// <summary>Where an instrument may be.</summary>
/// <param name="Addresses">Addresses to detect.</param>
public sealed record InstrumentPorts(ImmutableArray<string> Addresses);
