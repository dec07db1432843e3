using System.Collections.Immutable;

namespace MesoPen.Host.Api;

/// <summary>The device profiles of the station.</summary>
/// <param name="Profiles">By id.</param>
public sealed record DeviceProfilesView(ImmutableArray<DeviceProfileView> Profiles);
