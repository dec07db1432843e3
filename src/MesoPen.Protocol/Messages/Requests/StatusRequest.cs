namespace MesoPen.Protocol;

/// <summary>
/// Asks for the status; changes nothing.
/// </summary>
public readonly record struct StatusRequest : IMessage<StatusRequest>
{
    /// <summary>Payload bytes that this version writes, and the fewest that it reads.</summary>
    public const int Size = 0;

    /// <inheritdoc/>
    public static MessageType Type => MessageType.Status;

    /// <inheritdoc/>
    public int Write(Span<byte> payload) => Size;

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> payload, out StatusRequest message, out int consumed)
    {
        message = default;
        consumed = Size;
        return true;
    }
}
