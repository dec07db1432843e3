using System.Collections.Concurrent;
using MesoPen.Host.Links;

namespace MesoPen.Tests.Host.Links;

/// <summary>Takes what a link tells, and lets a test wait for it.</summary>
internal sealed class LinkRecorder : ILinkEvents, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly BlockingCollection<string> _told = [];
    private readonly List<byte> _bytes = [];
    private int _inside;

    /// <summary>Whether two calls were ever under way at once, which a link must not do.</summary>
    public bool Overlapped { get; private set; }

    public void Opened() => Tell("opened");

    public void Received(ReadOnlySpan<byte> bytes)
    {
        lock (_bytes)
        {
            _bytes.AddRange(bytes);
        }

        Tell("received");
    }

    public void Lost(string reason) => Tell("lost: " + reason);

    /// <summary>The next thing told, receipts left out.</summary>
    public string Next()
    {
        string? told;
        do
        {
            Assert.True(_told.TryTake(out told, Patience), "Nothing was told.");
        }
        while (told == "received");
        return told;
    }

    /// <summary>Waits for that many bytes in all.</summary>
    public byte[] Bytes(int count)
    {
        while (true)
        {
            lock (_bytes)
            {
                if (_bytes.Count >= count)
                {
                    return [.. _bytes];
                }
            }

            Assert.True(_told.TryTake(out string? told, Patience), "Too few bytes came.");
            Assert.Equal("received", told);
        }
    }

    /// <summary>Whether anything was told that nobody has asked for yet.</summary>
    public bool HasMore => _told.Count > 0;

    public void Dispose() => _told.Dispose();

    private void Tell(string what)
    {
        Overlapped |= Interlocked.Increment(ref _inside) > 1;
        _told.Add(what);
        Interlocked.Decrement(ref _inside);
    }
}
