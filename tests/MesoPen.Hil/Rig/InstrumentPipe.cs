using System.Buffers;
using MesoPen.Host.Links;
using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary>
/// A line in memory between a host and a virtual instrument on virtual time: bytes take their time on it, and its cable can be pulled.
/// Whoever steps the device steps this after it, once each millisecond.
/// </summary>
/// <param name="instrument">The instrument.</param>
/// <param name="baud">Rate of the line, Bd.</param>
public sealed class InstrumentPipe(VirtualInstrument instrument, int baud = 9600)
{
    private const int BitsPerByte = 10;

    private readonly ArrayBufferWriter<byte> _said = new(64);
    private readonly Queue<byte> _toHost = new();
    private readonly Queue<byte> _toInstrument = new();
    private Link? _open;
    private double _room;

    /// <summary>Whether the cable is out.</summary>
    public bool Pulled { get; private set; }

    /// <summary>How often a host opened it.</summary>
    public int Openings { get; private set; }

    /// <summary>Bytes from the host are lost without a sign of it, as on a port that stays open when its cable is pulled.</summary>
    public bool Swallows { get; set; }

    /// <summary>The instrument at the far end; another one may be put in its place.</summary>
    public VirtualInstrument Instrument { get; set; } = instrument;

    /// <summary>A link that a host has not opened yet.</summary>
    public IDeviceLink NewLink() => new Link(this);

    /// <summary>Pulls the cable: what is on the way is lost.</summary>
    public void Pull()
    {
        Pulled = true;
        _toHost.Clear();
        _toInstrument.Clear();
        Link? link = _open;
        _open = null;
        link?.Lose("virtual:balance is gone: plug its cable in again.");
    }

    /// <summary>Puts the cable back.</summary>
    public void PutBack() => Pulled = false;

    /// <summary>The instrument says something unasked.</summary>
    public void Greet(ReadOnlySpan<byte> bytes)
    {
        foreach (byte each in bytes)
        {
            _toHost.Enqueue(each);
        }
    }

    /// <summary>A millisecond has passed.</summary>
    public void Step()
    {
        _room = Math.Min(_room + baud / (BitsPerByte * 1000.0), 16);
        _said.ResetWrittenCount();
        Instrument.Step(_said);
        int passing = (int)_room;
        _room -= passing;
        for (int i = 0; i < passing && _toInstrument.TryDequeue(out byte heard); i++)
        {
            Instrument.Receive([heard], _said);
        }

        foreach (byte each in _said.WrittenSpan)
        {
            _toHost.Enqueue(each);
        }

        Span<byte> arrived = stackalloc byte[16];
        int count = 0;
        while (count < passing && _toHost.TryDequeue(out byte each))
        {
            arrived[count++] = each;
        }

        if (count > 0)
        {
            _open?.Deliver(arrived[..count]);
        }
    }

    private sealed class Link(InstrumentPipe pipe) : IDeviceLink
    {
        private ILinkEvents? _events;

        public string Name => "virtual:balance";

        public void Open(ILinkEvents events)
        {
            if (pipe.Pulled)
            {
                events.Lost("virtual:balance is not there: plug its cable in.");
                return;
            }

            _events = events;
            pipe._open = this;
            pipe.Openings++;
            events.Opened();
        }

        public void Send(ReadOnlySpan<byte> frame, bool urgent)
        {
            if (pipe._open == this && !pipe.Swallows)
            {
                foreach (byte each in frame)
                {
                    pipe._toInstrument.Enqueue(each);
                }
            }
        }

        public void Dispose()
        {
            _events = null;
            pipe._open = pipe._open == this ? null : pipe._open;
        }

        internal void Deliver(ReadOnlySpan<byte> bytes) => _events?.Received(bytes);

        internal void Lose(string reason)
        {
            ILinkEvents? events = _events;
            _events = null;
            events?.Lost(reason);
        }
    }
}
