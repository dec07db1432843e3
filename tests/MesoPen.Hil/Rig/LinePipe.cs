using System.Buffers;
using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary>
/// One way of a line: frames wait for the wire, take their time on it at the line's rate, meet the weather of the simulator's own
/// <see cref="LinkPath"/>, and arrive. An urgent frame goes before all that has not begun.
/// </summary>
internal sealed class LinePipe
{
    private const int BitsPerByte = 10;

    private readonly double _usPerByte;
    private readonly LinkPath _path;
    private readonly Queue<(byte[] Frame, long AtUs)> _urgent = new();
    private readonly Queue<(byte[] Frame, long AtUs)> _waiting = new();
    private long _freeUs;

    public LinePipe(int baud, SeededChance chance) => (_usPerByte, _path) = (BitsPerByte * 1e6 / baud, new LinkPath(chance));

    public LinkWeather Weather
    {
        get => _path.Weather;
        set => _path.Weather = value;
    }

    /// <summary>What becomes of a frame that has been sent, before any weather: so many ms late, or lost if null. Not asked if null.</summary>
    public Func<byte[], int?>? Fate { get; set; }

    /// <summary>Until then nothing that ends its way arrives, µs.</summary>
    public long SilentUntilUs
    {
        get => _path.SilentUntilUs;
        set => _path.SilentUntilUs = value;
    }

    public void Send(ReadOnlySpan<byte> frame, bool urgent, long nowUs) => (urgent ? _urgent : _waiting).Enqueue((frame.ToArray(), nowUs));

    /// <summary>What is under way is lost.</summary>
    public void Clear()
    {
        _urgent.Clear();
        _waiting.Clear();
        _path.Clear();
        _freeUs = 0;
    }

    /// <summary>Lets time come to <paramref name="nowUs"/>, and gives what has arrived by then.</summary>
    public void Advance(long nowUs, ArrayBufferWriter<byte> arrived)
    {
        while (_freeUs <= nowUs && Next(nowUs) is { } next)
        {
            _freeUs = Math.Max(_freeUs, next.AtUs) + (long)Math.Ceiling(next.Frame.Length * _usPerByte);
            Carry(next.Frame, _freeUs);
        }

        _path.Advance(nowUs, arrived);
    }

    private (byte[] Frame, long AtUs)? Next(long nowUs) =>
        _urgent.TryPeek(out (byte[] Frame, long AtUs) urgent) && urgent.AtUs <= nowUs ? _urgent.Dequeue()
        : _waiting.TryPeek(out (byte[] Frame, long AtUs) waiting) && waiting.AtUs <= nowUs ? _waiting.Dequeue()
        : null;

    private void Carry(byte[] frame, long atUs)
    {
        if (Fate is null)
        {
            _path.Send(frame, atUs);
        }
        else if (Fate(frame) is { } lateMs)
        {
            _path.Send(frame, atUs, new FrameSpoil(FrameFault.Reorder, lateMs, null, null));
        }
    }
}
