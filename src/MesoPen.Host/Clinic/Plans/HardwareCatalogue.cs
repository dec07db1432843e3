using System.Collections.Immutable;
using MesoPen.Host.Input;

namespace MesoPen.Host.Clinic.Plans;

/// <summary>What plans are held against: the zone catalogue and the device profiles of the station.</summary>
/// <param name="Zones">The zones.</param>
/// <param name="Profiles">Device profiles by id.</param>
public sealed record HardwareCatalogue(ZoneCatalogue Zones, ImmutableSortedDictionary<string, DeviceProfile> Profiles)
{
    /// <summary>The zone catalogue that lies beside the program.</summary>
    public static string ZonesBesideProgram { get; } = Path.Combine(AppContext.BaseDirectory, "hardware", "zones.yaml");

    /// <summary>The folder of profiles that lies beside the program.</summary>
    public static string ProfilesBesideProgram { get; } = Path.Combine(AppContext.BaseDirectory, "hardware", "profiles");

    /// <summary>Reads them.</summary>
    /// <param name="zonesPath">The zone catalogue.</param>
    /// <param name="profilesDirectory">Folder of profiles, each in a file named for its id.</param>
    /// <exception cref="InputException">One of them is not what it must be.</exception>
    public static HardwareCatalogue Load(string zonesPath, string profilesDirectory)
    {
        IEnumerable<DeviceProfile> profiles = Directory.Exists(profilesDirectory)
            ? Directory.EnumerateFiles(profilesDirectory, "*.yaml").Select(DeviceProfile.Load)
            : throw new InputException(profilesDirectory, 0, "There is no such folder of device profiles: check its name.");
        return new HardwareCatalogue(
            ZoneCatalogue.Load(zonesPath), profiles.ToImmutableSortedDictionary(profile => profile.Id, profile => profile, StringComparer.Ordinal));
    }

    /// <summary>The zones of the same area, with the zone itself: what is in one of them may be in all.</summary>
    public IEnumerable<string> AreaOf(string zone) => Zones.Zones.TryGetValue(zone, out CatalogueZone? entry) && entry.Area is { } area
        ? Zones.Zones.Values.Where(other => other.Area == area).Select(other => other.Id)
        : [zone];
}
