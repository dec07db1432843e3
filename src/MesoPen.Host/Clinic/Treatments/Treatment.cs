using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Treatments;

/// <summary>A treatment session as the clinic knows it.</summary>
/// <param name="Intent">What it is; the needle head is the one that is on.</param>
/// <param name="Basis">All that it stands on, by version and hash.</param>
/// <param name="Station">Id of its station.</param>
/// <param name="Device">Address of its device.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="Version">Sequence of the last event about it.</param>
public sealed record Treatment(TreatmentIntent Intent, ImmutableArray<BasisItem> Basis, string Station, string Device, DateTimeOffset OpenedAt, long Version)
{
    /// <summary>Who the device is; null before it told.</summary>
    public SessionDeviceKnown? DeviceKnown { get; init; }

    /// <summary>Needle heads, in order.</summary>
    public ImmutableArray<string> Heads { get; init; } = [];

    /// <summary>What was seen.</summary>
    public ImmutableArray<ReactionSeen> Reactions { get; init; } = [];

    /// <summary>What the patient was told.</summary>
    public ImmutableArray<AftercareGiven> Aftercare { get; init; } = [];

    /// <summary>Who proposed, and why, to give it up because its station is lost; null if nobody did.</summary>
    public SessionAbandonProposed? AbandonProposed { get; init; }

    /// <summary>How it ended; null while it is open.</summary>
    public SessionEnded? Ended { get; init; }

    /// <summary>When it ended; null while it is open.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether it delivered anything, or may have: an open one may.</summary>
    public bool MayHaveDelivered => Ended is null || Ended.Zones.Any(zone => zone.DeliveredNl + zone.UnknownNl > 0);
}
