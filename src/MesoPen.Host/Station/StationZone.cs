namespace MesoPen.Host.Station;

/// <summary>How far a zone is, and what it is to get.</summary>
/// <param name="Zone">Zone id.</param>
/// <param name="Points">Points of the plan.</param>
/// <param name="Remaining">Points still to be treated.</param>
/// <param name="DeliveredNl">Delivered, nL.</param>
/// <param name="UnknownNl">Shots that only a person can settle, at the whole dose, nL.</param>
/// <param name="NotDeliveredShots">Shots that delivered nothing.</param>
public sealed record StationZone(string Zone, int Points, int Remaining, long DeliveredNl, long UnknownNl, int NotDeliveredShots)
{
    /// <summary>Shots that delivered their dose or part of it.</summary>
    public required int Shots { get; init; }

    /// <summary>Shots that only a person can settle.</summary>
    public required int UnknownShots { get; init; }

    /// <summary>Shots that the open permit allows and that were not told of yet: none of them may have happened, or all.</summary>
    public required int ReservedShots { get; init; }

    /// <summary>Their whole doses, nL: they count against the limits until each is told.</summary>
    public required long ReservedNl { get; init; }

    /// <summary>Delivered shots that were cut short of their dose.</summary>
    public required int CutShots { get; init; }

    /// <summary>What the newest shot into the zone delivered, nL, if it was cut short; null if it was not, or there is none.</summary>
    public required long? LastCutNl { get; init; }

    /// <summary>How far delivered_nl may be off, either way, nL.</summary>
    public required long UncertaintyNl { get; init; }

    /// <summary>Who says so: the certificate in force, or the device profile's tolerance of each shot where there is none.</summary>
    public required string UncertaintySource { get; init; }

    /// <summary>Dose of a shot, whole head, nL.</summary>
    public required long DoseNl { get; init; }

    /// <summary>Vertical depth in tissue, µm.</summary>
    public required int DepthUm { get; init; }

    /// <summary>Insertion along the needle, µm.</summary>
    public required int NeedleLengthUm { get; init; }

    /// <summary>Distance from point to point, µm: the operator keeps it.</summary>
    public required int SpacingUm { get; init; }

    /// <summary>Technique, a word of the zone catalogue.</summary>
    public required string Technique { get; init; }

    /// <summary>How the trigger fires: single, repeat or continuous.</summary>
    public required string Trigger { get; init; }

    /// <summary>Most that may go into the zone in this session, nL; null if nothing bounds it.</summary>
    public required long? LimitNl { get; init; }

    /// <summary>Who set that limit, and where it comes from; null if there is none.</summary>
    public required string? LimitSource { get; init; }
}
