namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>An adverse event as it is known.</summary>
/// <param name="OnsetDay">Day on which it began.</param>
/// <param name="Description">What was seen.</param>
/// <param name="Serious">
/// It led to death, danger to life, a stay in hospital, lasting harm, a defect at birth, or needed treatment to prevent one of these.
/// </param>
/// <param name="Severity">How strong it is.</param>
/// <param name="Relation">How it is thought to relate to the treatment.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="ResolvedDay">Day on which it was over; for a resolved one, and only for that.</param>
/// <param name="Zone">Zone of the skin; null if it belongs to none.</param>
/// <param name="SessionId">Session after which it came; null if it is not known.</param>
/// <param name="FirstShot">First of the shots that it is suspected of: the device's counter. With a session only.</param>
/// <param name="LastShot">Last of the shots.</param>
/// <param name="ProductId">Product that is suspected; null for none.</param>
/// <param name="Lot">Lot that is suspected; null for none.</param>
/// <param name="HeadId">Needle head that is suspected; null for none.</param>
/// <param name="DeviceSerial">Device that is suspected; null for none.</param>
public sealed record AdverseEventDetails(
    DateOnly OnsetDay,
    string Description,
    bool Serious,
    Severity Severity,
    Relation Relation,
    AdverseEventOutcome Outcome,
    DateOnly? ResolvedDay = null,
    string? Zone = null,
    string? SessionId = null,
    long? FirstShot = null,
    long? LastShot = null,
    string? ProductId = null,
    string? Lot = null,
    string? HeadId = null,
    string? DeviceSerial = null);
