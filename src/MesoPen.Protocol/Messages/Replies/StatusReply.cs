namespace MesoPen.Protocol;

/// <summary>
/// The prefix and the status body: the reply of <c>status</c> and of every request that changes something. Its header names the
/// request it answers.
/// </summary>
/// <remarks>
/// Payload, 70 bytes:
/// <code>
///     0  prefix (10)
///    10  status body (60)
/// </code>
/// </remarks>
/// <param name="Prefix">Result, clock and limit, as in every reply.</param>
/// <param name="Status">The status after the request was dealt with.</param>
public readonly record struct StatusReply(ReplyPrefix Prefix, DeviceStatus Status) : IMessage<StatusReply>
{
    /// <summary>Payload bytes that this version writes, and the fewest that it reads.</summary>
    public const int Size = 70;

    /// <inheritdoc/>
    public static MessageType Type => MessageType.Status.Reply();

    /// <inheritdoc/>
    public int Write(Span<byte> payload)
    {
        payload = payload[..Size];
        Prefix.Write(payload);
        Status.Write(payload[10..]);
        return Size;
    }

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> payload, out StatusReply message, out int consumed)
    {
        if (payload.Length < Size)
        {
            message = default;
            consumed = 0;
            return false;
        }

        message = new(ReplyPrefix.Read(payload), DeviceStatus.Read(payload[10..]));
        consumed = Size;
        return true;
    }
}
