using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.People;

/// <summary>A person who works here.</summary>
/// <param name="Id">Sign-in name.</param>
/// <param name="Name">Printed name.</param>
/// <param name="Roles">What the person may be.</param>
/// <param name="Version">Sequence of the last event about the person.</param>
public sealed record Person(string Id, string Name, Role Roles, long Version)
{
    /// <summary>Works here now. Who left stays in the records.</summary>
    public bool Active { get; init; } = true;

    /// <summary>What the person is signed off for, by family of devices.</summary>
    public ImmutableSortedDictionary<string, Competence> Competence { get; init; } =
        ImmutableSortedDictionary<string, Competence>.Empty.WithComparers(StringComparer.Ordinal);
}
