namespace MesoPen.Protocol;

/// <summary>
/// Asks who the device is.
/// </summary>
public readonly record struct IdentityRequest : IMessage<IdentityRequest>
{
    /// <summary>Payload bytes that this version writes, and the fewest that it reads.</summary>
    public const int Size = 0;

    /// <inheritdoc/>
    public static MessageType Type => MessageType.Identity;

    /// <inheritdoc/>
    public int Write(Span<byte> payload) => Size;

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> payload, out IdentityRequest message, out int consumed)
    {
        message = default;
        consumed = Size;
        return true;
    }
}
