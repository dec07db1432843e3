namespace MesoPen.Tests.EndToEnd;

/// <summary>A zone of a summary.</summary>
internal sealed record SummaryZone(string Zone, long Points, long Shots, long DeliveredNl, long UnknownNl, long LimitNl);
