namespace MesoPen.Protocol;

/// <summary>
/// Finished shots with consecutive indices, from the one asked for or from the oldest one still held if that is higher.
/// </summary>
/// <remarks>
/// Payload, 11 to 235 bytes:
/// <code>
///     0  prefix (10)
///    10  u8 count       at most 7
///    11  entry (32)     count times
/// </code>
/// </remarks>
/// <param name="Prefix">Result, clock and limit, as in every reply.</param>
/// <param name="Entries">The entries; none if the index is beyond the last finished shot.</param>
public readonly record struct JournalReadReply(ReplyPrefix Prefix, ShotEntries Entries) : IMessage<JournalReadReply>
{
    private const int CountAt = ReplyPrefix.Size;
    private const int EntriesAt = CountAt + 1;

    /// <inheritdoc/>
    public static MessageType Type => MessageType.JournalRead.Reply();

    /// <inheritdoc/>
    public int Write(Span<byte> payload)
    {
        int length = EntriesAt + (Entries.Count * ShotEntry.Size);
        payload = payload[..length];
        Prefix.Write(payload);
        payload[CountAt] = (byte)Entries.Count;
        for (int i = 0; i < Entries.Count; i++)
        {
            Entries[i].Write(payload[(EntriesAt + (i * ShotEntry.Size))..]);
        }

        return length;
    }

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> payload, out JournalReadReply message, out int consumed)
    {
        message = default;
        consumed = 0;
        if (payload.Length < EntriesAt || payload[CountAt] > ShotEntries.Max)
        {
            return false;
        }

        int count = payload[CountAt];
        int length = EntriesAt + (count * ShotEntry.Size);
        if (payload.Length < length)
        {
            return false;
        }

        Span<ShotEntry> entries = stackalloc ShotEntry[ShotEntries.Max];
        for (int i = 0; i < count; i++)
        {
            entries[i] = ShotEntry.Read(payload[(EntriesAt + (i * ShotEntry.Size))..]);
        }

        message = new(ReplyPrefix.Read(payload), new ShotEntries(entries[..count]));
        consumed = length;
        return true;
    }
}
