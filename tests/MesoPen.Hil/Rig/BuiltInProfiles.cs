using System.Collections.Concurrent;
using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary>The simulator's own profiles, each read once: thousands of treatments share them.</summary>
internal static class BuiltInProfiles
{
    private static readonly ConcurrentDictionary<string, DeviceProfile> Read = new();

    /// <summary>A device profile with its physics.</summary>
    /// <exception cref="ProfileException">There is none of this id.</exception>
    public static DeviceProfile Of(string id) => Read.GetOrAdd(id, ProfileReader.Open);
}
