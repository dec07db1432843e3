using MesoPen.Protocol;

namespace MesoPen.Hil;

/// <summary>
/// Invariant 5 from the person's side: a stop that is pressed leaves the host at once if there is a line, before anything else that waits, and no
/// shot begins once the longest lease since then is over, whatever became of the frame.
/// </summary>
internal sealed class StopWatch
{
    /// <summary>Longest lease, ms (hardware/protocol.md, section 7).</summary>
    private const int LeaseMaxMs = 250;

    private long? _pressedMs;
    private HostProcess? _host;
    private long _strokes;

    /// <summary>A person presses stop at the living host.</summary>
    public void Press(VirtualTreatment treatment)
    {
        bool open = treatment.Line.IsOpen;
        MessageType? first = null;
        Action<MessageType, int>? sent = treatment.Sent;
        treatment.Sent = (type, length) =>
        {
            first ??= type;
            sent?.Invoke(type, length);
        };
        treatment.Stop();
        treatment.Sent = sent;
        (_pressedMs, _host) = (_pressedMs ?? treatment.Ms, treatment.Host);
        if (open && treatment.Host is { Alive: true } && first != MessageType.Stop)
        {
            throw new BrokenInvariantException(5, $"a person pressed stop, and {first?.ToString() ?? "nothing"} left the host at once.");
        }
    }

    /// <summary>Before each millisecond.</summary>
    public void Watch(VirtualTreatment treatment)
    {
        if (treatment.Host != _host)
        {
            // Another process: the stop stands on the disk or at the device, and is judged there.
            _pressedMs = null;
        }

        bool begun = treatment.Device.Plant.Strokes > _strokes;
        _strokes = treatment.Device.Plant.Strokes;
        if (begun && _pressedMs is { } pressed && treatment.Ms - pressed > LeaseMaxMs)
        {
            throw new BrokenInvariantException(5, $"a shot begins {treatment.Ms - pressed} ms after a person pressed stop.");
        }
    }
}
