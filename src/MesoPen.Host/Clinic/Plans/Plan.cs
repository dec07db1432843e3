using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Plans;

/// <summary>A patient's series.</summary>
/// <param name="Id">The clinic's own id.</param>
/// <param name="PatientId">Whose it is.</param>
/// <param name="Title">For people.</param>
/// <param name="ProtocolId">The protocol that it was made from.</param>
/// <param name="ProtocolVersion">Version of the protocol.</param>
/// <param name="StartsOn">First day of the series; not a day of a session.</param>
/// <param name="Versions">All of them, oldest first.</param>
public sealed record Plan(
    string Id, string PatientId, string Title, string ProtocolId, int ProtocolVersion, DateOnly StartsOn, ImmutableArray<PlanVersion> Versions)
{
    /// <summary>Why the series was ended early; null if it was not.</summary>
    public string? Ended { get; init; }

    /// <summary>Sequence of the last event about it.</summary>
    public long Sequence { get; init; }

    /// <summary>The version that counts.</summary>
    public PlanVersion Newest() => Versions[^1];

    /// <summary>A version by its number; null if there is none.</summary>
    public PlanVersion? At(int version) => version >= 1 && version <= Versions.Length ? Versions[version - 1] : null;
}
