using MesoPen.Protocol;

namespace MesoPen.Firmware;

/// <summary>
/// Tells what the sensors say while somebody asked for it: pictures. Decides nothing, and speaks only in a tick in which nothing else was said,
/// so that no status, shot or fault waits behind it.
/// </summary>
internal sealed class TraceLane(Machine machine, Outbox outbox)
{
    private const int IntervalMinMs = 20;
    private const int IntervalMaxMs = 1000;

    private readonly TraceSample[] _samples = new TraceSample[TraceSamples.Max];
    private readonly long[] _takenMs = new long[TraceSamples.Max];
    private int _intervalMs;
    private int _wanted;
    private int _held;
    private int _taken;
    private long _roundMs;

    /// <summary>Begins, ends or changes it; what it is already goes on as it was.</summary>
    internal Verdict Set(TraceSetRequest request)
    {
        bool off = request.IntervalMs == 0;
        if (!off && (request.IntervalMs is < IntervalMinMs or > IntervalMaxMs || request.Samples is < 1 or > TraceSamples.Max))
        {
            return Result.OutOfRange;
        }

        if (request.IntervalMs != _intervalMs || (!off && request.Samples != _wanted))
        {
            (_intervalMs, _wanted, _held) = (request.IntervalMs, request.Samples, 0);
            (_taken, _roundMs) = (0, machine.Clock.NowMs);
        }

        return Result.Ok;
    }

    /// <summary>After all else of the tick.</summary>
    internal void Advance()
    {
        if (_intervalMs == 0)
        {
            return;
        }

        if (machine.Unheard)
        {
            // Nobody listens. It goes on when somebody does: it was not ended.
            (_held, _taken, _roundMs) = (0, 0, machine.Clock.NowMs);
            return;
        }

        Sample(machine.Clock.NowMs);
        if (_held == _wanted && !outbox.Said)
        {
            Send();
        }
    }

    private void Sample(long nowMs)
    {
        long dueMs = _roundMs + ((long)_intervalMs * _taken / _wanted);
        if (nowMs < dueMs)
        {
            return;
        }

        if (_held == _wanted)
        {
            // The line was never free: the oldest is lost, nothing waits for it.
            _held--;
            Array.Copy(_samples, 1, _samples, 0, _held);
            Array.Copy(_takenMs, 1, _takenMs, 0, _held);
        }

        _takenMs[_held] = nowMs;
        _samples[_held++] = new TraceSample(0, Short(machine.Senses.PressureKpa), Short(machine.Needle.PositionUm));

        if (++_taken == _wanted)
        {
            // What came late is not made up for.
            (_taken, _roundMs) = (0, Math.Max(_roundMs + _intervalMs, nowMs));
        }
    }

    private void Send()
    {
        Span<TraceSample> aged = stackalloc TraceSample[TraceSamples.Max];
        for (int i = 0; i < _held; i++)
        {
            aged[i] = _samples[i] with { AgeMs = (ushort)Math.Min(machine.Clock.NowMs - _takenMs[i], ushort.MaxValue) };
        }

        outbox.Event(new TraceEvent(machine.Clock.WireMs, new TraceSamples(aged[.._held])));
        _held = 0;
    }

    private static short Short(int value) => (short)Math.Clamp(value, short.MinValue, short.MaxValue);
}
