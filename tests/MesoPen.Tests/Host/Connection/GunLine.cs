using System.Buffers;
using System.Text;
using System.Text.Json;
using MesoPen.Host.Links;
using MesoPen.Protocol;
using MesoPen.Simulator;
using MesoPen.Tests.Simulator;
using MesoPen.Tests.Time;

namespace MesoPen.Tests.Host.Connection;

/// <summary>
/// A line to the real firmware on a simulated gun, a millisecond a step, whose frames are lost, doubled, delayed and so overtaken, in both
/// directions, as a seed has it.
/// </summary>
internal sealed class GunLine : IDisposable
{
    private readonly VirtualLoop _virtual;
    private readonly Random _chance;
    private readonly List<byte> _truth = [];
    private readonly ArrayBufferWriter<byte> _said = new(1024);
    private readonly FrameSplitter _frames = new();
    private readonly ITimer _tick;
    private readonly PriorityQueue<(byte[] Frame, Link From), (long Due, int Order)> _toDevice = new();
    private int _order;
    private Link? _open;

    public GunLine(VirtualLoop virtualLoop, int seed)
    {
        _virtual = virtualLoop;
        _chance = new Random(seed);
        Gun = new SimulatedDevice(new SimulationOptions
        {
            Profile = ProfileReader.Open("gun-5"),
            Operator = OperatorPace.Fast,
            Seed = (ulong)seed,
            Truth = lines => _truth.AddRange(lines),
        });
        _tick = virtualLoop.Loop.CreateTimer(_ => Step(), null, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(1));
    }

    public SimulatedDevice Gun { get; }

    /// <summary>Of a thousand frames, so many are lost.</summary>
    public int LostPermille { get; set; }

    /// <summary>Of a thousand frames, so many come twice, the second up to <see cref="LateMs"/> later.</summary>
    public int DoubledPermille { get; set; }

    /// <summary>Of a thousand frames, so many come up to <see cref="LateMs"/> later.</summary>
    public int LatePermille { get; set; }

    public int LateMs { get; set; } = 700;

    /// <summary>Changes a frame that is a copy on its way to the device: for planting what a retry must never be.</summary>
    public Func<byte[], byte[]> Copy { get; set; } = static frame => frame;

    public int FramesDoubled { get; private set; }

    public IEnumerable<JsonElement> Truth => TruthText.Lines(Encoding.UTF8.GetString([.. _truth]));

    public IDeviceLink NewLink() => new Link(this);

    public void Dispose()
    {
        _tick.Dispose();
        Gun.Dispose();
    }

    private void Step()
    {
        long now = _virtual.Clock.GetTimestamp();
        List<byte> heard = [];
        while (_toDevice.TryPeek(out (byte[] Frame, Link From) next, out (long Due, int Order) key) && key.Due <= now)
        {
            _toDevice.Dequeue();
            if (next.From == _open)
            {
                heard.AddRange(next.Frame);
            }
        }

        _said.ResetWrittenCount();
        Gun.Step([.. heard], _said);
        ReadOnlySpan<byte> said = _said.WrittenSpan;
        while (_frames.TryTake(ref said, out ReadOnlySpan<byte> frame))
        {
            Link? to = _open;
            byte[] bytes = frame.ToArray();
            foreach ((TimeSpan delay, _) in Fate())
            {
                _virtual.Loop.CreateTimer(_ => to?.Deliver(bytes), null, delay, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void SendToDevice(Link from, byte[] frame)
    {
        foreach ((TimeSpan delay, bool copy) in Fate())
        {
            _toDevice.Enqueue((copy ? Copy(frame) : frame, from), (_virtual.Clock.GetTimestamp() + delay.Ticks, ++_order));
        }
    }

    private List<(TimeSpan Delay, bool Copy)> Fate()
    {
        if (_chance.Next(1000) < LostPermille)
        {
            return [];
        }

        List<(TimeSpan, bool)> fate = [(_chance.Next(1000) < LatePermille ? Late() : TimeSpan.FromMilliseconds(1), false)];
        if (_chance.Next(1000) < DoubledPermille)
        {
            FramesDoubled++;
            fate.Add((Late(), true));
        }

        return fate;
    }

    private TimeSpan Late() => TimeSpan.FromMilliseconds(1 + _chance.Next(LateMs));

    private sealed class Link(GunLine line) : IDeviceLink
    {
        private ILinkEvents? _events;

        public string Name => "gun:1";

        public void Open(ILinkEvents events)
        {
            (_events, line._open) = (events, this);
            events.Opened();
        }

        public void Send(ReadOnlySpan<byte> frame, bool urgent)
        {
            if (_events is not null)
            {
                line.SendToDevice(this, frame.ToArray());
            }
        }

        public void Deliver(byte[] bytes) => _events?.Received(bytes);

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
