namespace MesoPen.Host.Api.Live;

/// <summary>How far a follower has read.</summary>
/// <param name="Feed">Feed of the last item that it saw.</param>
/// <param name="Number">Its number.</param>
public sealed record LivePlace(string Feed, long Number);
