namespace MesoPen.Protocol;

/// <summary>
/// Asks for the caps that the firmware enforces by itself.
/// </summary>
public readonly record struct CapabilitiesRequest : IMessage<CapabilitiesRequest>
{
    /// <summary>Payload bytes that this version writes, and the fewest that it reads.</summary>
    public const int Size = 0;

    /// <inheritdoc/>
    public static MessageType Type => MessageType.Capabilities;

    /// <inheritdoc/>
    public int Write(Span<byte> payload) => Size;

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> payload, out CapabilitiesRequest message, out int consumed)
    {
        message = default;
        consumed = Size;
        return true;
    }
}
