namespace MesoPen.Protocol;

/// <summary>
/// The prefix alone: the reply to an unknown request, and the front of every other. Its header names the request it answers.
/// </summary>
/// <remarks>
/// Payload, 10 bytes:
/// <code>
///     0  prefix (10)
/// </code>
/// </remarks>
/// <param name="Prefix">Result, clock and limit, as in every reply.</param>
public readonly record struct PrefixReply(ReplyPrefix Prefix) : IMessage<PrefixReply>
{
    /// <summary>Payload bytes that this version writes, and the fewest that it reads.</summary>
    public const int Size = 10;

    /// <inheritdoc/>
    public static MessageType Type => (MessageType)0x80;

    /// <inheritdoc/>
    public int Write(Span<byte> payload)
    {
        payload = payload[..Size];
        Prefix.Write(payload);
        return Size;
    }

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> payload, out PrefixReply message, out int consumed)
    {
        if (payload.Length < Size)
        {
            message = default;
            consumed = 0;
            return false;
        }

        message = new(ReplyPrefix.Read(payload));
        consumed = Size;
        return true;
    }
}
