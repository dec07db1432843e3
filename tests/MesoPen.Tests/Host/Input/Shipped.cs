using MesoPen.Host.Input;
using MesoPen.Tests.Protocol;

namespace MesoPen.Tests.Host.Input;

/// <summary>The real files: hardware/ and plans/ of the repository.</summary>
internal static class Shipped
{
    public static string ZonesPath { get; } = RepositoryFile.PathOf("hardware/zones.yaml");

    public static string ProfilesPath { get; } = RepositoryFile.PathOf("hardware/profiles");

    public static string PlansPath { get; } = RepositoryFile.PathOf("plans");

    public static TreatmentInput Load(string plan) => TreatmentInput.Load(Path.Combine(PlansPath, plan + ".yaml"), ZonesPath, ProfilesPath);
}
