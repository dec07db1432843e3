using MesoPen.Protocol;

namespace MesoPen.Host.Connection;

/// <summary>A request whose answer is awaited: the bytes that every repeat sends, and what its answer must look like.</summary>
internal abstract class PendingRequest(FrameHeader header)
{
    private readonly byte[] _bytes = new byte[FrameWriter.FrameMax];
    private int _length;

    public FrameHeader Header { get; } = header;

    public ReadOnlySpan<byte> Frame => _bytes.AsSpan(0, _length);

    public abstract Task Answered { get; }

    public void Encode<TRequest>(in TRequest request)
        where TRequest : struct, IMessage<TRequest> => _length = FrameWriter.Write(_bytes, Header, request);

    /// <summary>Reads the answer. False: it answers something else, and is ignored. Does not yet complete <see cref="Answered"/>.</summary>
    public abstract bool TryTake(ReadOnlySpan<byte> payload);

    /// <summary>Lets go of who waits, with the answer taken. What it goes on with runs before this returns.</summary>
    public abstract void Complete();

    public abstract void Fail(string reason);
}
