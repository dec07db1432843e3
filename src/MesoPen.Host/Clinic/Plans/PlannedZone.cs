namespace MesoPen.Host.Clinic.Plans;

/// <summary>One zone of a plan, in the words of plan files (docs/plans.md); checked by the same code as they are.</summary>
/// <param name="Zone">Id of a zone of the catalogue.</param>
/// <param name="Technique">One of the catalogue's words.</param>
/// <param name="Trigger">single, repeat or continuous.</param>
/// <param name="Points">Points, one shot each.</param>
/// <param name="DoseNl">Dose of one shot for the whole needle head, nL.</param>
/// <param name="NeedleLengthUm">Length along the needle, µm.</param>
/// <param name="AngleDeg">Angle of the needle to the skin, degrees.</param>
/// <param name="SpacingUm">From point to point, µm; the operator keeps it.</param>
/// <param name="MinIntervalMs">From shot to shot, ms.</param>
/// <param name="DepthMaxUm">The plan's own depth limit of the zone, µm; null if the catalogue has one and it is enough.</param>
/// <param name="DepthSource">Where that limit comes from; null if there is none.</param>
/// <param name="DoseMaxNl">The plan's own limit for the dose of a shot, nL; null if the catalogue has one and it is enough.</param>
/// <param name="DoseSource">Where that limit comes from; null if there is none.</param>
public sealed record PlannedZone(
    string Zone,
    string Technique,
    string Trigger,
    int Points,
    long DoseNl,
    int NeedleLengthUm,
    int AngleDeg,
    int SpacingUm,
    int MinIntervalMs,
    int? DepthMaxUm = null,
    string? DepthSource = null,
    long? DoseMaxNl = null,
    string? DoseSource = null);
