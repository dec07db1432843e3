namespace MesoPen.Protocol;

/// <summary>
/// Stops everything, in every state, at any rate, whatever the boot and version.
/// </summary>
public readonly record struct StopRequest : IMessage<StopRequest>
{
    /// <summary>Payload bytes that this version writes, and the fewest that it reads.</summary>
    public const int Size = 0;

    /// <inheritdoc/>
    public static MessageType Type => MessageType.Stop;

    /// <inheritdoc/>
    public int Write(Span<byte> payload) => Size;

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> payload, out StopRequest message, out int consumed)
    {
        message = default;
        consumed = Size;
        return true;
    }
}
