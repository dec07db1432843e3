using MesoPen.Host.Input;

namespace MesoPen.Host.Api;

/// <summary>A number of the zone catalogue, with where it comes from.</summary>
/// <param name="Key">depth_min_um, depth_max_um, dose_max_nl, volume_max_nl, shots_max or spacing_min_um: the unit is the end of it.</param>
/// <param name="Value">In that unit.</param>
/// <param name="Source">The publication or page.</param>
/// <param name="Note">What the source measured or advised; null if its title says it.</param>
public sealed record CatalogueValue(string Key, long Value, Source Source, string? Note);
