using System.Diagnostics;
using System.Text.Json;

namespace MesoPen.Benchmarks;

/// <summary>What the plant's own truth lines say of the plunger and of stops, with the instants of this machine's clock. Lines come on the device's thread.</summary>
internal sealed class PlungerWatch
{
    private readonly object _gate = new();
    private long _stopHeardUs;
    private long _beganMs;
    private bool _moving;
    private PlungerStill? _still;

    /// <summary>Microseconds of the monotonic clock.</summary>
    public static long NowUs() => (long)(Stopwatch.GetTimestamp() * (1e6 / Stopwatch.Frequency));

    /// <summary>Whether the plunger moves within a shot at this moment.</summary>
    public bool Moving
    {
        get
        {
            lock (_gate)
            {
                return _moving;
            }
        }
    }

    /// <summary>Waits until the plunger begins to move within a shot.</summary>
    public bool WaitForShot(TimeSpan patience)
    {
        lock (_gate)
        {
            bool rests = WaitUntil(() => !_moving, patience);
            return rests && WaitUntil(() => _moving, patience);
        }
    }

    /// <summary>Waits until the plunger stands still after that; null if it does not.</summary>
    public PlungerStill? WaitForStill(TimeSpan patience)
    {
        lock (_gate)
        {
            return WaitUntil(() => _still is not null, patience) ? _still : null;
        }
    }

    /// <summary>Takes truth lines, whole ones.</summary>
    public void Take(ReadOnlySpan<byte> lines)
    {
        foreach (Range line in lines.Split((byte)'\n'))
        {
            if (!lines[line].IsEmpty)
            {
                Utf8JsonReader json = new(lines[line]);
                using JsonDocument document = JsonDocument.ParseValue(ref json);
                if (document.RootElement.TryGetProperty("event", out JsonElement name))
                {
                    Take(name.GetString()!, document.RootElement);
                }
            }
        }
    }

    private void Take(string name, JsonElement line)
    {
        lock (_gate)
        {
            long atUs = line.GetProperty("mono_us").GetInt64();
            long ms = line.GetProperty("t_ms").GetInt64();
            switch (name)
            {
                case "plunger_moves" when line.GetProperty("shot").GetInt64() > 0:
                    (_moving, _beganMs, _stopHeardUs, _still) = (true, ms, 0, null);
                    break;
                case "stop_received" when _stopHeardUs == 0:
                    _stopHeardUs = atUs;
                    break;
                case "plunger_still" when _moving:
                    (_moving, _still) = (false, new PlungerStill(atUs, _stopHeardUs, ms - _beganMs));
                    break;
                default:
                    return;
            }

            Monitor.PulseAll(_gate);
        }
    }

    private bool WaitUntil(Func<bool> condition, TimeSpan patience)
    {
        long end = NowUs() + (long)patience.TotalMicroseconds;
        while (!condition())
        {
            long leftUs = end - NowUs();
            if (leftUs <= 0)
            {
                return false;
            }

            Monitor.Wait(_gate, TimeSpan.FromMicroseconds(leftUs));
        }

        return true;
    }
}
