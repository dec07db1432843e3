using System.Collections.Concurrent;
using MesoPen.Host.Input;
using MesoPen.Simulator;
using MesoPen.Tests.Protocol;
using SimulatorProfile = MesoPen.Simulator.DeviceProfile;

namespace MesoPen.Tests.Treatment;

/// <summary>The repository's plans and profiles, each read once: thousands of treatments share them.</summary>
internal static class PlanShelf
{
    private static readonly ConcurrentDictionary<string, TreatmentInput> Inputs = new();

    /// <summary>Ids of all plans in the folder.</summary>
    public static IEnumerable<string> Ids => Directory.EnumerateFiles(RepositoryFile.PathOf("plans"), "*.yaml")
        .Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal);

    /// <summary>A plan of <c>plans/</c> with its profile and the zone catalogue.</summary>
    public static TreatmentInput Input(string id) => Inputs.GetOrAdd(id, static id => TreatmentInput.Load(
        RepositoryFile.PathOf($"plans/{id}.yaml"), RepositoryFile.PathOf("hardware/zones.yaml"), RepositoryFile.PathOf("hardware/profiles")));

    /// <summary>A device profile with its physics.</summary>
    public static SimulatorProfile Device(string id) => BuiltInProfiles.Of(id);

    /// <summary>A plan cut down to a few points in its first zones, so that every instant of it can be tried.</summary>
    public static TreatmentInput Short(string id, int zones, int points)
    {
        TreatmentInput whole = Input(id);
        PlanFile file = whole.File with
        {
            Zones = [.. whole.File.Zones.Take(zones).Select(zone => zone with { Plan = zone.Plan with { Points = Math.Min(points, zone.Plan.Points) } })],
        };
        return TreatmentInput.Assemble(file, whole.Profile, whole.Zones);
    }
}
