namespace MesoPen.Host.Api;

/// <summary>Sum of a zone's shots.</summary>
/// <param name="Zone">Zone id.</param>
/// <param name="Shots">Shots that delivered.</param>
/// <param name="UnknownShots">Shots of which nobody knows.</param>
/// <param name="NotDeliveredShots">Shots that delivered nothing.</param>
/// <param name="VolumeNl">Delivered, nL.</param>
/// <param name="UnknownNl">Unknown, nL.</param>
public sealed record SessionZoneSum(string Zone, int Shots, int UnknownShots, int NotDeliveredShots, long VolumeNl, long UnknownNl);
