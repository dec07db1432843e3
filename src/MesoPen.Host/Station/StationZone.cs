namespace MesoPen.Host.Station;

/// <summary>How far a zone is.</summary>
/// <param name="Zone">Zone id.</param>
/// <param name="Points">Points of the plan.</param>
/// <param name="Remaining">Points still to be treated.</param>
/// <param name="DeliveredNl">Delivered, nL.</param>
/// <param name="UnknownNl">Not known, nL.</param>
/// <param name="NotDeliveredShots">Shots that delivered nothing.</param>
public sealed record StationZone(string Zone, int Points, int Remaining, long DeliveredNl, long UnknownNl, int NotDeliveredShots);
