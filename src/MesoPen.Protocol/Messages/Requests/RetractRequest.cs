namespace MesoPen.Protocol;

/// <summary>
/// Needle back, plunger still, no permit live; in any state.
/// </summary>
public readonly record struct RetractRequest : IMessage<RetractRequest>
{
    /// <summary>Payload bytes that this version writes, and the fewest that it reads.</summary>
    public const int Size = 0;

    /// <inheritdoc/>
    public static MessageType Type => MessageType.Retract;

    /// <inheritdoc/>
    public int Write(Span<byte> payload) => Size;

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> payload, out RetractRequest message, out int consumed)
    {
        message = default;
        consumed = Size;
        return true;
    }
}
