namespace MesoPen.Simulator;

/// <summary>The faults of a run, and which of them act at present. Nothing in it depends on chance.</summary>
/// <param name="specs">The faults.</param>
/// <param name="begin">Told of each that begins.</param>
/// <param name="end">Told of each that ends.</param>
internal sealed class FaultPlan(IReadOnlyList<FaultSpec> specs, Action<FaultSpec> begin, Action<FaultSpec> end)
{
    private readonly Entry[] _entries = [.. specs.Select(spec => new Entry(spec))];

    private enum Phase
    {
        Due,
        Acting,
        Over,
    }

    /// <summary>After every millisecond: says which faults begin and which end.</summary>
    /// <param name="ms">Since the start of the run.</param>
    /// <param name="shot">Label of the stroke under way, 0 if none.</param>
    internal void Step(long ms, uint shot)
    {
        foreach (var entry in _entries)
        {
            entry.Step(ms, shot, begin, end);
        }
    }

    private sealed class Entry(FaultSpec spec)
    {
        private Phase _phase = Phase.Due;
        private long? _fromMs = spec.AtMs + spec.PlusMs;
        private long _untilMs;

        internal void Step(long ms, uint shot, Action<FaultSpec> begin, Action<FaultSpec> end)
        {
            if (_phase == Phase.Over)
            {
                return;
            }

            if (_fromMs is null && shot == spec.AtShot)
            {
                _fromMs = ms + spec.PlusMs;
            }

            if (_phase == Phase.Due && ms >= _fromMs)
            {
                _phase = Phase.Acting;
                _untilMs = spec.ForMs is { } lasts ? ms + lasts : long.MaxValue;
                begin(spec);
            }

            if (_phase == Phase.Acting && ms >= _untilMs)
            {
                _phase = Phase.Over;
                end(spec);
            }
        }
    }
}
