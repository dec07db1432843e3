namespace MesoPen.Protocol;

/// <summary>
/// Sets the trigger mode, while no permit is live.
/// </summary>
/// <remarks>
/// Payload, 1 bytes:
/// <code>
///     0  u8 trigger_mode
/// </code>
/// </remarks>
/// <param name="TriggerMode">The mode to set.</param>
public readonly record struct TriggerModeRequest(TriggerMode TriggerMode) : IMessage<TriggerModeRequest>
{
    /// <summary>Payload bytes that this version writes, and the fewest that it reads.</summary>
    public const int Size = 1;

    /// <inheritdoc/>
    public static MessageType Type => MessageType.TriggerMode;

    /// <inheritdoc/>
    public int Write(Span<byte> payload)
    {
        payload = payload[..Size];
        payload[0] = (byte)TriggerMode;
        return Size;
    }

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> payload, out TriggerModeRequest message, out int consumed)
    {
        if (payload.Length < Size || payload[0] > (byte)TriggerMode.Continuous)
        {
            message = default;
            consumed = 0;
            return false;
        }

        message = new((TriggerMode)payload[0]);
        consumed = Size;
        return true;
    }
}
