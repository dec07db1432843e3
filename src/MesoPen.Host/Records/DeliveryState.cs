namespace MesoPen.Host.Records;

/// <summary>How far a station's own rows have come to the shared database.</summary>
/// <param name="Reachable">Whether the database answered when it was last asked.</param>
/// <param name="LastContact">When it last answered; null if it has not since the start.</param>
/// <param name="Pending">Rows of this station that are not in the database; null while it has not been reached since the start.</param>
/// <param name="Delivered">Sequence, in the station's own journal, of its last row in the database; null while it has not been reached.</param>
/// <param name="Trouble">One sentence on what is in the way; null if nothing is.</param>
public sealed record DeliveryState(bool Reachable, DateTimeOffset? LastContact, long? Pending, long? Delivered, string? Trouble)
{
    /// <summary>Before the first try.</summary>
    public static DeliveryState Unknown { get; } = new(false, null, null, null, null);
}
