namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>One contact with a patient after a session.</summary>
/// <param name="DayAfter">Which contact of the schedule: its day after the session.</param>
/// <param name="Day">Day of the contact.</param>
/// <param name="Finding">What it found.</param>
/// <param name="AdverseEventId">The adverse event, if that was found; null otherwise.</param>
/// <param name="Note">What else is to be said; null for nothing.</param>
public sealed record FollowUpDetails(int DayAfter, DateOnly Day, FollowUpFinding Finding, string? AdverseEventId = null, string? Note = null);
