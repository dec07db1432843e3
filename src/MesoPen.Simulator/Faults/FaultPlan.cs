using MesoPen.Protocol;

namespace MesoPen.Simulator;

/// <summary>The faults of a run, and which of them act at present. Nothing in it depends on chance.</summary>
/// <param name="specs">The faults.</param>
/// <param name="begin">Told of each that begins.</param>
/// <param name="end">Told of each that ends.</param>
internal sealed class FaultPlan(IReadOnlyList<FaultSpec> specs, Action<FaultSpec> begin, Action<FaultSpec> end)
{
    private readonly List<Entry> _entries = [.. specs.Select(spec => new Entry(spec, 0))];

    private enum Phase
    {
        Due,
        Acting,
        Over,
    }

    internal bool IsEmpty => _entries.Count == 0;

    /// <summary>Those that act, and those that wait for their moment.</summary>
    internal IEnumerable<PlannedFault> Open => _entries.Where(entry => !entry.Over).Select(entry => entry.Planned);

    /// <summary>One more, in the middle of a run.</summary>
    internal void Add(FaultSpec spec, long nowMs) => _entries.Add(new Entry(spec, nowMs));

    /// <summary>Ends those of a kind that act.</summary>
    internal void End(string name)
    {
        foreach (var entry in _entries)
        {
            if (entry.Spec.Kind.Name == name)
            {
                entry.End(end);
            }
        }
    }

    /// <summary>Ends those that act and takes back those that wait, of a kind or, without a name, of all.</summary>
    internal void Withdraw(string? name)
    {
        foreach (var entry in _entries.Where(entry => name is null || entry.Spec.Kind.Name == name))
        {
            entry.End(end);
            entry.Forget();
        }

        _entries.RemoveAll(entry => entry.Over);
    }

    /// <summary>After every millisecond: says which faults begin and which end.</summary>
    internal void Step(in FaultInstant now)
    {
        foreach (var entry in _entries)
        {
            entry.Step(now, begin, end);
        }
    }

    /// <summary>A good frame is put on the line. Gives the fault that spoils it, or null.</summary>
    internal FaultSpec? Pass(MessageType type, long ms)
    {
        FaultSpec? spoils = null;
        foreach (var entry in _entries)
        {
            if (entry.Pass(type, ms))
            {
                spoils ??= entry.Spec;
            }
        }

        return spoils;
    }

    private sealed class Entry(FaultSpec spec, long askedMs)
    {
        private Phase _phase = Phase.Due;
        private long? _fromMs = spec.Trigger switch
        {
            FaultTrigger.Time time => time.Ms + spec.PlusMs,
            FaultTrigger.Now => askedMs + spec.PlusMs,
            _ => null,
        };
        private long _untilMs;
        private int _passed;

        internal FaultSpec Spec => spec;

        internal bool Over => _phase == Phase.Over;

        internal PlannedFault Planned => new(spec, _phase == Phase.Acting, _untilMs);

        internal void Forget() => _phase = Phase.Over;

        internal void Step(in FaultInstant now, Action<FaultSpec> begin, Action<FaultSpec> end)
        {
            if (_phase == Phase.Over)
            {
                return;
            }

            if (_fromMs is null && Comes(now))
            {
                _fromMs = now.Ms + spec.PlusMs;
            }

            if (_phase == Phase.Due && now.Ms >= _fromMs)
            {
                _phase = Phase.Acting;
                _untilMs = spec.ForMs is { } lasts ? now.Ms + lasts : long.MaxValue;
                begin(spec);
            }

            if (_phase == Phase.Acting && now.Ms >= _untilMs)
            {
                _phase = Phase.Over;
                end(spec);
            }
        }

        /// <summary>Ends it, if it acts.</summary>
        internal void End(Action<FaultSpec> end)
        {
            if (_phase == Phase.Acting)
            {
                _phase = Phase.Over;
                end(spec);
            }
        }

        /// <summary>Counts a frame; true if this fault spoils it.</summary>
        internal bool Pass(MessageType type, long ms)
        {
            if (spec.Trigger is not FaultTrigger.Message message || message.Type != type || ++_passed != message.Count)
            {
                return false;
            }

            if (!spec.SpoilsOneFrame)
            {
                _fromMs = ms + spec.PlusMs;
                return false;
            }

            _phase = Phase.Over;
            return true;
        }

        private bool Comes(in FaultInstant now) => spec.Trigger switch
        {
            FaultTrigger.Shot { Phase: StrokePhase.Begin } shot => now.Shot == shot.Index,
            FaultTrigger.Shot { Phase: StrokePhase.End } shot => now.EndedShot == shot.Index,
            FaultTrigger.Shot shot => now.Shot == shot.Index && now.Phase == shot.Phase,
            FaultTrigger.Boot boot => now.Boots == boot.Number,
            _ => false,
        };
    }
}
