using System.Buffers;
using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary>
/// One way of a line: frames wait for the wire, take their time on it at the line's rate, meet the weather, and arrive. An urgent frame goes
/// before all that has not begun.
/// </summary>
internal sealed class LinePipe
{
    private const int BitsPerByte = 10;
    private const int RecentMax = 32;

    private readonly double _usPerByte;
    private readonly SeededChance _chance;
    private readonly Queue<(byte[] Frame, long AtUs)> _urgent = new();
    private readonly Queue<(byte[] Frame, long AtUs)> _waiting = new();
    private readonly PriorityQueue<byte[], (long AtUs, long Order)> _underWay = new();
    private readonly List<byte[]> _recent = [];
    private long _freeUs;
    private long _lastUs;
    private long _order;

    public LinePipe(int baud, SeededChance chance) => (_usPerByte, _chance) = (BitsPerByte * 1e6 / baud, chance);

    public Weather Weather { get; set; } = Weather.Clear;

    /// <summary>What becomes of a frame that has been sent, before any weather: so many ms late, or lost if null. Not asked if null.</summary>
    public Func<byte[], int?>? Fate { get; set; }

    /// <summary>Until then nothing that ends its way arrives, µs.</summary>
    public long SilentUntilUs { get; set; }

    public void Send(ReadOnlySpan<byte> frame, bool urgent, long nowUs) => (urgent ? _urgent : _waiting).Enqueue((frame.ToArray(), nowUs));

    /// <summary>What is under way is lost.</summary>
    public void Clear()
    {
        _urgent.Clear();
        _waiting.Clear();
        _underWay.Clear();
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

        while (_underWay.TryPeek(out byte[]? frame, out (long AtUs, long Order) due) && due.AtUs <= nowUs)
        {
            _underWay.Dequeue();
            if (nowUs > SilentUntilUs)
            {
                arrived.Write(frame);
            }
        }
    }

    private (byte[] Frame, long AtUs)? Next(long nowUs) =>
        _urgent.TryPeek(out (byte[] Frame, long AtUs) urgent) && urgent.AtUs <= nowUs ? _urgent.Dequeue()
        : _waiting.TryPeek(out (byte[] Frame, long AtUs) waiting) && waiting.AtUs <= nowUs ? _waiting.Dequeue()
        : null;

    private void Carry(byte[] frame, long atUs)
    {
        Weather weather = Weather;
        if (Fate is { } fate)
        {
            if (fate(frame) is { } lateMs)
            {
                Arrive(frame, atUs + (lateMs * 1000L));
            }

            return;
        }

        if (ReferenceEquals(weather, Weather.Clear))
        {
            Arrive(frame, atUs);
            return;
        }

        // What is not held back keeps its order.
        _lastUs = Math.Max(_lastUs, atUs + (weather.DelayMsMax > 0 ? Below(weather.DelayMsMax * 1000L) : 0));
        if (!Meets(weather.LossPermille))
        {
            Arrive(Spoilt(frame, weather), Meets(weather.ReorderPermille) ? Later(60) : _lastUs);
        }

        if (Meets(weather.DuplicatePermille))
        {
            Arrive(frame, Later(30));
        }

        if (_recent.Count > 0 && Meets(weather.ReplayPermille))
        {
            Arrive(_recent[Below(_recent.Count)], Later(weather.ReplayMsMax));
        }

        Remember(frame);

        long Later(int ms) => _lastUs + Below(ms * 1000L);
    }

    private byte[] Spoilt(byte[] frame, Weather weather)
    {
        byte[] spoilt = frame;
        if (Meets(weather.FlipPermille))
        {
            spoilt = [.. frame];
            spoilt[Below(spoilt.Length)] ^= (byte)(1 << Below(8));
        }

        if (Meets(weather.MergePermille))
        {
            spoilt = spoilt[..^1];
        }

        return Meets(weather.TruncatePermille) && spoilt.Length > 0 ? spoilt[..Below(spoilt.Length)] : spoilt;
    }

    private void Remember(byte[] frame)
    {
        if (_recent.Count == RecentMax)
        {
            _recent.RemoveAt(Below(RecentMax));
        }

        _recent.Add(frame);
    }

    private bool Meets(int permille) => permille > 0 && Below(1000) < permille;

    private int Below(int end) => _chance.Between(0, end - 1);

    private long Below(long end) => (long)(_chance.Next() % (ulong)end);

    private void Arrive(byte[] frame, long atUs) => _underWay.Enqueue(frame, (atUs, ++_order));
}
