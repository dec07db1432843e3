using MesoPen.Host.Links;
using MesoPen.Host.Loop;

namespace MesoPen.Tests.Host.Connection;

/// <summary>
/// A line in memory to a <see cref="FakeDevice"/>, on the loop's time: each frame takes <see cref="Delay"/>, and <see cref="Weather"/>
/// says what becomes of it. Gives out a link for each opening; the wire log holds the bytes of both directions with their times.
/// </summary>
internal sealed class MemoryLine
{
    private readonly EventLoop _loop;
    private Link? _open;

    public MemoryLine(EventLoop loop, FakeDevice device)
    {
        _loop = loop;
        Device = device;
        device.Say = frame => Carry(frame, toDevice: false);
        device.Uptime = () => (uint)(loop.GetElapsedTime(0).TotalMilliseconds + 1000);
    }

    public FakeDevice Device { get; }

    /// <summary>How long a frame is under way.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromMilliseconds(1);

    /// <summary>What becomes of a frame (to the device or from it): how long each copy of it takes. None: lost. Null: one copy, <see cref="Delay"/>.</summary>
    public Func<byte[], bool, IReadOnlyList<TimeSpan>>? Weather { get; set; }

    /// <summary>While set, the line does not open, for this reason.</summary>
    public string? Absent { get; set; }

    /// <summary>The line is cut when so many bytes have passed in both directions together, and can then be opened again.</summary>
    public long? CutAfterBytes { get; set; }

    public int Openings { get; private set; }

    public List<string> Log { get; } = [];

    private long _bytes;

    public IDeviceLink NewLink() => new Link(this);

    /// <summary>Cuts the line, as a pulled cable does.</summary>
    public void Cut(string reason) => _open?.Lose(reason);

    /// <summary>Lets the host receive raw bytes.</summary>
    public void Inject(byte[] bytes) => _open?.Deliver(bytes);

    private void Carry(byte[] frame, bool toDevice)
    {
        Link? link = _open;
        foreach (TimeSpan delay in Weather?.Invoke(frame, toDevice) ?? [Delay])
        {
            _loop.CreateTimer(_ => Arrive(link, frame, toDevice), null, delay, Timeout.InfiniteTimeSpan);
        }
    }

    private void Arrive(Link? link, byte[] frame, bool toDevice)
    {
        if (link is null || link != _open)
        {
            return;
        }

        int passed = frame.Length;
        bool cut = false;
        if (CutAfterBytes is { } limit && _bytes + frame.Length >= limit)
        {
            cut = true;
            passed = (int)(limit - _bytes);
            CutAfterBytes = null;
        }

        _bytes += passed;
        Log.Add($"{_loop.GetTimestamp()} {(toDevice ? '>' : '<')} {Convert.ToHexString(frame.AsSpan(0, passed))}");
        if (toDevice)
        {
            Device.Hear(frame.AsSpan(0, passed));
        }
        else
        {
            link.Deliver(frame[..passed]);
        }

        if (cut)
        {
            link.Lose("The line was cut.");
        }
    }

    private sealed class Link(MemoryLine line) : IDeviceLink
    {
        private ILinkEvents? _events;

        public string Name => "memory:1";

        public void Open(ILinkEvents events)
        {
            line.Openings++;
            _events = events;
            if (line.Absent is { } reason)
            {
                _events = null;
                events.Lost(reason);
                return;
            }

            line._open = this;
            events.Opened();
        }

        public void Send(ReadOnlySpan<byte> frame, bool urgent)
        {
            if (_events is not null)
            {
                line.Carry(frame.ToArray(), toDevice: true);
            }
        }

        public void Deliver(byte[] bytes) => _events?.Received(bytes);

        public void Lose(string reason)
        {
            ILinkEvents? events = _events;
            Dispose();
            events?.Lost(reason);
        }

        public void Dispose()
        {
            _events = null;
            if (line._open == this)
            {
                line._open = null;
            }
        }
    }
}
