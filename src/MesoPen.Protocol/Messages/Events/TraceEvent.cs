using static MesoPen.Protocol.LittleEndian;

namespace MesoPen.Protocol;

/// <summary>
/// What the sensors said since the last one: pictures for whoever watches. Sent only if asked for by <see cref="TraceSetRequest"/>, and after
/// everything else.
/// </summary>
/// <remarks>
/// Payload, 5 to 53 bytes:
/// <code>
///     0  u32 device_ms
///     4  u8 count
///     5  count samples (6 each), oldest first
/// </code>
/// </remarks>
/// <param name="DeviceMs">Device's uptime when it was sent, ms; wraps.</param>
/// <param name="Samples">The samples.</param>
public readonly record struct TraceEvent(uint DeviceMs, TraceSamples Samples) : IMessage<TraceEvent>
{
    private const int SamplesAt = 5;

    /// <inheritdoc/>
    public static MessageType Type => MessageType.TraceEvent;

    /// <inheritdoc/>
    public int Write(Span<byte> payload)
    {
        payload = payload[..(SamplesAt + (Samples.Count * TraceSample.Size))];
        PutU32(payload, 0, DeviceMs);
        payload[4] = (byte)Samples.Count;
        for (int i = 0; i < Samples.Count; i++)
        {
            Samples[i].Write(payload[(SamplesAt + (i * TraceSample.Size))..]);
        }

        return payload.Length;
    }

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> payload, out TraceEvent message, out int consumed)
    {
        message = default;
        consumed = 0;
        if (payload.Length < SamplesAt || payload[4] > TraceSamples.Max || payload.Length < SamplesAt + (payload[4] * TraceSample.Size))
        {
            return false;
        }

        Span<TraceSample> samples = stackalloc TraceSample[TraceSamples.Max];
        int at = SamplesAt;
        for (int i = 0; i < payload[4]; i++)
        {
            samples[i] = TraceSample.Read(payload[at..]);
            at += TraceSample.Size;
        }

        message = new(U32(payload, 0), new TraceSamples(samples[..payload[4]]));
        consumed = at;
        return true;
    }
}
