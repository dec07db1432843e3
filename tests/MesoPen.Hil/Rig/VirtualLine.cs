using System.Buffers;
using MesoPen.Host.Links;
using MesoPen.Protocol;
using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary>A serial line in memory between host processes, one after another, and a device: two pipes, weather, cuts.</summary>
internal sealed class VirtualLine
{
    private readonly SeededChance _chance;
    private readonly ArrayBufferWriter<byte> _toHost = new(512);
    private readonly FrameReader _reader = new();
    private VirtualLink? _open;
    private int _ofType;
    private LinkWeather _weather = LinkWeather.Clear;
    private long _cutUntilUs;
    private long _nextCutUs = long.MaxValue;
    private long _nextSilenceUs = long.MaxValue;

    public VirtualLine(int baud, int seed)
    {
        _chance = new SeededChance(unchecked((ulong)seed));
        ToDevice = new LinePipe(baud, _chance);
        FromDevice = new LinePipe(baud, _chance);
    }

    public LinePipe ToDevice { get; }

    public LinePipe FromDevice { get; }

    public long NowUs { get; private set; }

    public bool IsOpen => _open is not null;

    /// <summary>How often a host opened it.</summary>
    public int Openings { get; private set; }

    /// <summary>The line is cut just after so many bytes in all have come from the host, in the middle of a frame if need be.</summary>
    public long? CutAfterBytes { get; set; }

    /// <summary>The line is cut within the n-th frame of a type from the host, after so many of its bytes; null for never.</summary>
    public (MessageType Type, int Nth, int Bytes)? CutInFrame { get; set; }

    /// <summary>How long a cut by <see cref="CutAfterBytes"/> lasts, ms.</summary>
    public int CutForMs { get; set; } = 300;

    /// <summary>Bytes that came from the host.</summary>
    public long BytesFromHost { get; private set; }

    public LinkWeather Weather
    {
        get => _weather;
        set
        {
            (_weather, ToDevice.Weather, FromDevice.Weather) = (value, value, value);
            (_nextCutUs, _nextSilenceUs) = (Draw(value.CutEveryMs), Draw(value.SilenceEveryMs));
            if (ReferenceEquals(value, LinkWeather.Clear))
            {
                (ToDevice.SilentUntilUs, FromDevice.SilentUntilUs) = (0, 0);
            }
        }
    }

    /// <summary>A link that a host process has not opened yet.</summary>
    public VirtualLink NewLink(HostProcess process) => new(this, process);

    /// <summary>The cable is pulled, and put back after a while.</summary>
    public void Cut(int forMs)
    {
        _cutUntilUs = NowUs + (forMs * 1000L);
        ToDevice.Clear();
        FromDevice.Clear();
        VirtualLink? link = _open;
        _open = null;
        link?.Lose("The line was cut: check the cable.");
    }

    /// <summary>Lets time come to <paramref name="nowUs"/> and gives the bytes that the device hears.</summary>
    public void AdvanceToDevice(long nowUs, ArrayBufferWriter<byte> heard)
    {
        NowUs = nowUs;
        if (nowUs >= _nextCutUs)
        {
            Cut(_chance.Between(1, _weather.CutMsMax));
            _nextCutUs = Draw(_weather.CutEveryMs);
        }

        if (nowUs >= _nextSilenceUs)
        {
            (_chance.Between(0, 1) == 0 ? ToDevice : FromDevice).SilentUntilUs = nowUs + (_chance.Between(0, _weather.SilenceMsMax - 1) * 1000L);
            _nextSilenceUs = Draw(_weather.SilenceEveryMs);
        }

        ToDevice.Advance(nowUs, heard);
    }

    /// <summary>The device says something: whole frames.</summary>
    public void SendFromDevice(ReadOnlySpan<byte> bytes)
    {
        while (_open is not null && bytes.IndexOf((byte)0) is var end and >= 0)
        {
            FromDevice.Send(bytes[..(end + 1)], urgent: false, NowUs);
            bytes = bytes[(end + 1)..];
        }
    }

    /// <summary>Gives the host what has arrived for it. True if that was anything.</summary>
    public bool AdvanceToHost(out ReadOnlySpan<byte> bytes)
    {
        _toHost.ResetWrittenCount();
        FromDevice.Advance(NowUs, _toHost);
        bytes = _toHost.WrittenSpan;
        if (bytes.IsEmpty || _open is not { } link)
        {
            bytes = default;
            return false;
        }

        link.Deliver(bytes);
        return true;
    }

    /// <summary>Opens it for a link; false while it is cut.</summary>
    internal bool TryOpen(VirtualLink link)
    {
        if (NowUs < _cutUntilUs)
        {
            return false;
        }

        _open = link;
        Openings++;
        // A lone zero ends whatever the device had half received from an earlier connection, as a real link sends it.
        ToDevice.Send([0], urgent: true, NowUs);
        return true;
    }

    /// <summary>A process is gone: its port is closed by the system.</summary>
    internal void Release(HostProcess process)
    {
        if (_open?.Process == process)
        {
            _open = null;
        }
    }

    internal void Close(VirtualLink link)
    {
        if (_open == link)
        {
            _open = null;
        }
    }

    internal void SendFromHost(VirtualLink link, ReadOnlySpan<byte> frame, bool urgent)
    {
        if (_open != link)
        {
            return;
        }

        if (CutInFrame is { } cut && IsOf(frame, cut.Type) && ++_ofType == cut.Nth)
        {
            CutAfterBytes = BytesFromHost + cut.Bytes;
        }

        if (CutAfterBytes is { } limit && BytesFromHost + frame.Length >= limit)
        {
            // What went before has gone its way; of this frame only the beginning, and it arrives at once.
            int passed = (int)(limit - BytesFromHost);
            BytesFromHost += passed;
            CutAfterBytes = null;
            Cut(CutForMs);
            ToDevice.Send(frame[..passed], urgent: true, NowUs);
            return;
        }

        BytesFromHost += frame.Length;
        ToDevice.Send(frame, urgent, NowUs);
    }

    private bool IsOf(ReadOnlySpan<byte> frame, MessageType type)
    {
        bool of = false;
        while (_reader.TryRead(ref frame, out Frame read))
        {
            of |= read.Header.Type == type;
        }

        return of;
    }

    /// <summary>
    /// Exponential waits: what is rare comes at any time. Drawn by comparing numbers (von Neumann, Various techniques used in connection with
    /// random digits, 1951): a logarithm's last bit differs from one machine's library to another's.
    /// </summary>
    private long Draw(int everyMs)
    {
        if (everyMs == 0)
        {
            return long.MaxValue;
        }

        long everyUs = everyMs * 1000L;
        for (long whole = 0; ; whole += everyUs)
        {
            ulong first = _chance.Next();
            ulong last = first;
            bool odd = true;
            for (ulong next = _chance.Next(); next < last; next = _chance.Next())
            {
                last = next;
                odd = !odd;
            }

            if (odd)
            {
                return NowUs + whole + (long)Math.BigMul(first, (ulong)everyUs, out _) + 1000;
            }
        }
    }
}
