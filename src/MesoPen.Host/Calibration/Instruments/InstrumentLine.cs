using System.Text;
using MesoPen.Host.Links;
using MesoPen.Host.Loop;

namespace MesoPen.Host.Calibration;

/// <summary>
/// The conversation with an instrument over links that may be lost and opened anew: lines of text in, orders out. Where the clock is an event
/// loop everything happens on it; elsewhere what waits goes on in the thread pool, never on a link's own thread.
/// </summary>
internal sealed class InstrumentLine : IDisposable
{
    /// <summary>An instrument that sends by itself and is not listened to: the oldest lines go.</summary>
    private const int LinesMax = 64;

    private readonly Func<IDeviceLink> _newLink;
    private readonly TimeProvider _time;
    private readonly Action<InstrumentWire>? _wire;
    private readonly object _gate = new();
    private readonly Queue<LineNews> _news = new();
    private IDeviceLink? _link;
    private TaskCompletionSource<LineNews>? _waiting;
    private LineNews? _lost;
    private bool _disposed;

    /// <param name="newLink">Makes a link that is not yet opened.</param>
    /// <param name="time">The clock.</param>
    /// <param name="wire">Told what goes and comes.</param>
    public InstrumentLine(Func<IDeviceLink> newLink, TimeProvider time, Action<InstrumentWire>? wire)
    {
        _newLink = newLink;
        _time = time;
        _wire = wire;
    }

    /// <summary>How often a link was opened so far.</summary>
    public int Connection { get; private set; }

    /// <summary>Whether a link is there that was not lost.</summary>
    public bool IsOpen => _link is not null && _lost is null;

    /// <summary>Opens a new link in the place of the present one. Returns what came of it: opened or lost.</summary>
    public async Task<LineNews> OpenAsync(TimeSpan patience, CancellationToken cancel)
    {
        Ear ear;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _link?.Dispose();
            _link = _newLink();
            _news.Clear();
            _lost = null;
            ear = new Ear(this, _link);
        }

        _link.Open(ear);
        LineNews news = await NextAsync(patience, cancel);
        if (news.Kind == LineNewsKind.Opened)
        {
            Connection++;
            return news;
        }

        lock (_gate)
        {
            _lost = news.Kind == LineNewsKind.Lost ? news : new LineNews(LineNewsKind.Lost, [], $"{_link.Name} does not open: check the cable.");
            return _lost.Value;
        }
    }

    /// <summary>Forgets lines that came unasked. A line of which half has come stays whole: its second half alone might pass for another.</summary>
    /// <param name="look">Looks at each before it is forgotten.</param>
    public void Forget(Action<byte[]> look)
    {
        LineNews[] forgotten;
        lock (_gate)
        {
            forgotten = [.. _news];
            _news.Clear();
        }

        foreach (LineNews news in forgotten.Where(each => each.Kind == LineNewsKind.Line))
        {
            look(news.Line);
        }
    }

    /// <summary>Closes the link, if one is open.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _link?.Dispose();
            _link = null;
        }
    }

    /// <summary>Sends an order.</summary>
    public void Send(string order)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(order);
        Tell(sent: true, bytes);
        _link?.Send(bytes, urgent: false);
    }

    /// <summary>The next news, or silence when the time has passed.</summary>
    public async Task<LineNews> NextAsync(TimeSpan patience, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        TaskCompletionSource<LineNews> waiting;
        lock (_gate)
        {
            if (_news.TryDequeue(out LineNews news))
            {
                return news;
            }

            if (_lost is { } lost)
            {
                return lost;
            }

            waiting = new TaskCompletionSource<LineNews>(
                _time is EventLoop ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting = waiting;
        }

        await using ITimer timer = _time.CreateTimer(_ => waiting.TrySetResult(LineNews.Silence), null, patience, Timeout.InfiniteTimeSpan);
        using CancellationTokenRegistration registration = cancel.UnsafeRegister(_ => waiting.TrySetCanceled(cancel), null);
        return await waiting.Task;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _link?.Dispose();
        }
    }

    private void Hear(IDeviceLink link, LineNews news)
    {
        if (_time is EventLoop loop)
        {
            loop.PostUrgent(() => Put(link, news));
        }
        else
        {
            Put(link, news);
        }
    }

    private void Hear(Ear ear, ReadOnlySpan<byte> bytes)
    {
        foreach (byte each in bytes)
        {
            if (each is not ((byte)'\r' or (byte)'\n'))
            {
                ear.Partial.Add(each);
            }

            // What has no end is no line; it is handed on to be called garbled.
            bool ends = each is (byte)'\r' or (byte)'\n' || ear.Partial.Count > InstrumentDialect.LineMax;
            if (ends && ear.Partial.Count > 0)
            {
                byte[] line = [.. ear.Partial];
                ear.Partial.Clear();
                Tell(sent: false, line);
                Hear(ear.Link, new LineNews(LineNewsKind.Line, line, string.Empty));
            }
        }
    }

    private void Put(IDeviceLink link, LineNews news)
    {
        TaskCompletionSource<LineNews>? waiting;
        lock (_gate)
        {
            if (!ReferenceEquals(link, _link))
            {
                return;
            }

            _lost = news.Kind == LineNewsKind.Lost ? news : _lost;
            (waiting, _waiting) = (_waiting, null);
            if (waiting is null && news.Kind != LineNewsKind.Lost)
            {
                Keep(news);
            }
        }

        if (waiting is not null && !waiting.TrySetResult(news) && news.Kind != LineNewsKind.Lost)
        {
            // The one who waited had just given up.
            lock (_gate)
            {
                Keep(news);
            }
        }
    }

    private void Keep(LineNews news)
    {
        if (_news.Count == LinesMax)
        {
            _news.Dequeue();
        }

        _news.Enqueue(news);
    }

    private void Tell(bool sent, byte[] bytes) =>
        _wire?.Invoke(new InstrumentWire(sent, InstrumentText.Readable(bytes), _time.GetUtcNow().ToUnixTimeMilliseconds()));

    /// <summary>Hears one link, so that what an old one still says is told apart.</summary>
    private sealed class Ear(InstrumentLine line, IDeviceLink link) : ILinkEvents
    {
        public IDeviceLink Link => link;

        /// <summary>The beginning of a line whose end has not come.</summary>
        public List<byte> Partial { get; } = [];

        public void Opened() => line.Hear(link, LineNews.Opened);

        public void Received(ReadOnlySpan<byte> bytes) => line.Hear(this, bytes);

        public void Lost(string reason) => line.Hear(link, new LineNews(LineNewsKind.Lost, [], reason));
    }
}
