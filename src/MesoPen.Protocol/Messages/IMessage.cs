namespace MesoPen.Protocol;

/// <summary>A payload with named fields.</summary>
/// <typeparam name="T">The message itself.</typeparam>
public interface IMessage<T>
    where T : struct
{
    /// <summary>
    /// The type that its header bears. A body that answers many requests bears that of one; the header decides.
    /// </summary>
    static abstract MessageType Type { get; }

    /// <summary>Writes the payload and gives its length, at most <see cref="FrameWriter.PayloadMax"/>.</summary>
    /// <param name="payload">Where to. Shorter than the payload is an <see cref="ArgumentException"/>.</param>
    int Write(Span<byte> payload);

    /// <summary>
    /// Reads the fields that this version knows from the front of a payload. False if it is malformed: too short, or in a request
    /// a field outside its type's values. What follows after <paramref name="consumed"/> was written by a later version and is no
    /// error.
    /// </summary>
    /// <param name="payload">The payload of a frame.</param>
    /// <param name="message">The message.</param>
    /// <param name="consumed">Bytes read; 0 if malformed.</param>
    static abstract bool TryRead(ReadOnlySpan<byte> payload, out T message, out int consumed);
}
