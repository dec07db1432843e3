using System.Collections.Concurrent;
using MesoPen.Host.Links;

namespace MesoPen.Tests.Host.Links;

/// <summary>A stream link whose stream is in the test's hands: when it opens, takes a frame, has room, says something or fails.</summary>
internal sealed class GatedLink() : StreamLink("gated", TimeProvider.System)
{
    private readonly SemaphoreSlim _letThrough = new(0);
    private readonly BlockingCollection<byte[]> _incoming = [];
    private int _closed;

    public BlockingCollection<byte[]> Written { get; } = [];

    public ManualResetEventSlim Closed { get; } = new();

    public volatile bool Room = true;

    public volatile string? Absence;

    /// <summary>Whether the writer holds a frame.</summary>
    public volatile bool IsWriting;

    public TimeSpan WriteLimit { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Lets so many writes end.</summary>
    public void Let(int frames) => _letThrough.Release(frames);

    public void Say(params byte[] bytes) => _incoming.Add(bytes);

    protected override void OpenStream(CancellationToken closing)
    {
    }

    protected override int ReadStream(byte[] buffer)
    {
        byte[] bytes = _incoming.Take();
        bytes.CopyTo(buffer, 0);
        return bytes.Length;
    }

    protected override void WriteStream(byte[] buffer, int count)
    {
        IsWriting = true;
        if (!_letThrough.Wait(WriteLimit))
        {
            throw new TimeoutException();
        }

        IsWriting = false;
        Written.Add(buffer[..count]);
    }

    protected override bool HasRoom() => Room;

    protected override void CloseStream()
    {
        Assert.Equal(1, Interlocked.Increment(ref _closed));
        _incoming.Add([]);
        Closed.Set();
    }

    protected override string? FindAbsence() => Absence;

    protected override string Explain(Exception failure, bool opening) => failure.Message;
}
