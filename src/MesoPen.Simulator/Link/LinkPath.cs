using System.Buffers;
using MesoPen.Protocol;

namespace MesoPen.Simulator;

/// <summary>One way of a line: frames meet the weather, are under way, and arrive.</summary>
internal sealed class LinkPath(SeededChance chance)
{
    private const int RecentMax = 32;
    private const int StrayUsMin = 200;
    private const int StrayUsMax = 5000;

    private readonly PriorityQueue<(byte[] Bytes, int Length), (long AtUs, long Order)> _underWay = new();
    private readonly Stack<byte[]> _spare = new();
    private readonly List<byte[]> _recent = [];
    private long _lastUs;
    private long _order;
    private long _strayUs = long.MaxValue;

    internal LinkWeather Weather { get; set; } = LinkWeather.Clear;

    /// <summary>Nothing that ends its way arrives.</summary>
    internal bool Silent { get; set; }

    /// <summary>Nor does it until then, µs.</summary>
    internal long SilentUntilUs { get; set; }

    /// <summary>When something arrives next, µs; the end of time if nothing is under way.</summary>
    internal long NextUs => Math.Min(_strayUs, _underWay.TryPeek(out _, out var due) ? due.AtUs : long.MaxValue);

    /// <summary>A frame begins its way.</summary>
    internal void Send(ReadOnlySpan<byte> frame, long nowUs)
    {
        // What is not held back keeps its order.
        _lastUs = Math.Max(_lastUs, nowUs);
        var weather = Weather;
        if (ReferenceEquals(weather, LinkWeather.Clear))
        {
            Arrive(frame, _lastUs);
            return;
        }

        _lastUs = Math.Max(_lastUs, nowUs + Late(weather.DelayMsMax));
        if (!Meets(weather.LossPermille))
        {
            Span<byte> spoilt = stackalloc byte[FrameWriter.FrameMax];
            Arrive(Spoilt(frame, weather, spoilt), Meets(weather.ReorderPermille) ? _lastUs + Late(weather.ReorderMsMax) : _lastUs);
        }

        if (Meets(weather.DuplicatePermille))
        {
            Arrive(frame, _lastUs + Late(weather.DuplicateMsMax));
        }

        if (_recent.Count > 0 && Meets(weather.ReplayPermille))
        {
            Arrive(_recent[chance.Between(0, _recent.Count - 1)], _lastUs + Late(weather.ReplayMsMax));
        }

        Remember(frame);
    }

    /// <summary>A frame begins its way, and this becomes of it. False, and the frame unharmed, if it has no such byte.</summary>
    internal bool Send(ReadOnlySpan<byte> frame, long nowUs, in FrameSpoil spoil)
    {
        _lastUs = Math.Max(_lastUs, nowUs);
        var laterUs = nowUs + spoil.LateMs * 1000L;
        var at = spoil.ByteAt ?? (frame.IsEmpty ? 0 : chance.Between(0, frame.Length - 1));
        var bit = spoil.Bit ?? chance.Between(0, 7);
        switch (spoil.Fault)
        {
            case FrameFault.Drop:
                return true;
            case FrameFault.Duplicate or FrameFault.Replay:
                Arrive(frame, _lastUs);
                Arrive(frame, laterUs);
                return true;
            case FrameFault.Reorder:
                Arrive(frame, laterUs);
                return true;
            case FrameFault.Delay:
                _lastUs = Math.Max(_lastUs, laterUs);
                Arrive(frame, _lastUs);
                return true;
            case FrameFault.Merge when !frame.IsEmpty:
                Arrive(frame[..^1], _lastUs);
                return true;
            case FrameFault.Truncate when at < frame.Length:
                Arrive(frame[..at], _lastUs);
                return true;
            case FrameFault.Flip when at < frame.Length:
                byte[] flipped = [.. frame];
                flipped[at] ^= (byte)(1 << bit);
                Arrive(flipped, _lastUs);
                return true;
            default:
                Arrive(frame, _lastUs);
                return false;
        }
    }

    /// <summary>Gives what has arrived by now.</summary>
    internal void Advance(long nowUs, IBufferWriter<byte> arrived)
    {
        var noisy = Weather.NoisePermille > 0;
        _strayUs = !noisy ? long.MaxValue : _strayUs == long.MaxValue ? nowUs : _strayUs;
        while (NextUs is var nextUs && nextUs <= nowUs)
        {
            var heard = !Silent && nextUs >= SilentUntilUs;
            if (_strayUs == nextUs)
            {
                _strayUs += chance.Between(StrayUsMin, StrayUsMax);
                Span<byte> stray = [(byte)(chance.Next() & 0xFF)];
                arrived.Write(heard ? stray : default);
                continue;
            }

            var (bytes, length) = _underWay.Dequeue();
            if (heard)
            {
                arrived.Write(Noisy(bytes.AsSpan(0, length)));
            }

            if (bytes.Length == FrameWriter.FrameMax)
            {
                _spare.Push(bytes);
            }
        }
    }

    /// <summary>What is under way is lost.</summary>
    internal void Clear()
    {
        _underWay.Clear();
        _lastUs = 0;
    }

    private ReadOnlySpan<byte> Spoilt(ReadOnlySpan<byte> frame, LinkWeather weather, Span<byte> room)
    {
        if (frame.Length > room.Length || frame.IsEmpty)
        {
            return frame;
        }

        frame.CopyTo(room);
        var spoilt = room[..frame.Length];
        if (Meets(weather.FlipPermille))
        {
            spoilt[chance.Between(0, spoilt.Length - 1)] ^= (byte)(1 << chance.Between(0, 7));
        }

        if (Meets(weather.MergePermille))
        {
            spoilt = spoilt[..^1];
        }

        return Meets(weather.TruncatePermille) && spoilt.Length > 0 ? spoilt[..chance.Between(0, spoilt.Length - 1)] : spoilt;
    }

    private Span<byte> Noisy(Span<byte> bytes)
    {
        if (Weather.NoisePermille > 0)
        {
            foreach (ref var b in bytes)
            {
                b = Meets(Weather.NoisePermille) ? (byte)(chance.Next() & 0xFF) : b;
            }
        }

        return bytes;
    }

    private void Remember(ReadOnlySpan<byte> frame)
    {
        if (_recent.Count == RecentMax)
        {
            _recent.RemoveAt(chance.Between(0, RecentMax - 1));
        }

        _recent.Add(frame.ToArray());
    }

    private bool Meets(int permille) => permille > 0 && chance.Between(0, 999) < permille;

    private long Late(int msMax) => msMax == 0 ? 0 : chance.Between(0, 1_000_000) * (long)msMax / 1000;

    private void Arrive(ReadOnlySpan<byte> frame, long atUs)
    {
        var bytes = frame.Length > FrameWriter.FrameMax ? new byte[frame.Length]
            : _spare.TryPop(out var spare) ? spare
            : new byte[FrameWriter.FrameMax];
        frame.CopyTo(bytes);
        _underWay.Enqueue((bytes, frame.Length), (atUs, ++_order));
    }
}
