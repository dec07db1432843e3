namespace MesoPen.Host.Clinic.Treatments;

/// <summary>What one zone had in a session.</summary>
/// <param name="Zone">Zone id.</param>
/// <param name="Points">Points of the plan.</param>
/// <param name="Shots">Shots that delivered, and those that a person took over as delivered.</param>
/// <param name="UnknownShots">Shots of which nobody knows.</param>
/// <param name="NotDeliveredShots">Shots that delivered nothing.</param>
/// <param name="DeliveredNl">Delivered, nL.</param>
/// <param name="UnknownNl">Not known, nL: it counts as delivered.</param>
/// <param name="DepthUm">Depth of the plan along the needle, µm.</param>
/// <param name="DoseNl">Dose of the plan per shot, nL.</param>
/// <param name="UncertaintyNl">How far delivered_nl may be off, either way, nL; null in sessions from before it was recorded.</param>
/// <param name="UncertaintySource">Who says so: a certificate, or the device profile; null like it.</param>
public sealed record ZoneGiven(
    string Zone, int Points, int Shots, int UnknownShots, int NotDeliveredShots, long DeliveredNl, long UnknownNl, int DepthUm, long DoseNl,
    long? UncertaintyNl = null, string? UncertaintySource = null);
