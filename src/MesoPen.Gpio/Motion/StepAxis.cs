namespace MesoPen.Gpio;

/// <summary>
/// A stepper by step and direction lines: a target, a rate, a ramp between the rate at which it starts at once and its highest.
/// Steps that come
/// late are late; they are never made up for in a burst, which no motor could follow. Everything but <see cref="Advance"/> may be
/// called on any thread.
/// </summary>
internal sealed class StepAxis
{
    /// <summary>How long a direction stands before a step, ns: common drivers ask for 0.2 to 20 µs.</summary>
    private const long DirectionNs = 20_000;

    private readonly Lock _gate = new();
    private readonly AxisMechanics _mechanics;
    private readonly OutputLine _step;
    private readonly OutputLine _direction;
    private readonly DriveEnable _enable;
    private readonly StepCount _count;
    private readonly HomeSearch? _home;
    private readonly JitterHistogram _jitter;

    private long _target;
    private double _limit = 1;
    private double _rate;
    private int _way;
    private bool _pulse;
    private bool _busy;
    private long _dueNs;
    private long _riseNs;

    internal StepAxis(
        AxisMechanics mechanics, OutputLine step, OutputLine direction, DriveEnable enable, StepCount count, HomeSearch? home, JitterHistogram jitter)
    {
        (_mechanics, _step, _direction, _enable, _count, _home, _jitter) = (mechanics, step, direction, enable, count, home, jitter);
        _target = count.Steps;
    }

    /// <summary>Steps made: a step counts before its pulse.</summary>
    internal long Steps => _count.Steps;

    /// <summary>Whether steps are being made or are to be made.</summary>
    internal bool Busy
    {
        get
        {
            lock (_gate)
            {
                return _busy;
            }
        }
    }

    /// <summary>Sends it to a position at a rate. The thread that makes the steps must be woken after.</summary>
    internal void Drive(long target, int stepsPerS, long nowNs)
    {
        lock (_gate)
        {
            _target = target;
            _limit = Math.Clamp(stepsPerS, 1, _mechanics.MaxStepsPerS);
            if (!_busy && Remaining != 0)
            {
                _busy = true;
                _dueNs = nowNs;
            }
        }
    }

    /// <summary>Ends the drive: at once from a rate at which it can stop at once, else down the ramp.</summary>
    internal void Halt()
    {
        lock (_gate)
        {
            _target = _rate <= _mechanics.StartStepsPerS ? _count.Steps : _count.Steps + (_way * (long)Math.Ceiling(BrakingSteps));
        }
    }

    /// <summary>Makes what is due and gives the time of what is due next, ns; <see cref="long.MaxValue"/> for nothing.</summary>
    internal long Advance(long nowNs)
    {
        lock (_gate)
        {
            if (!_busy)
            {
                return long.MaxValue;
            }

            return nowNs < _dueNs ? _dueNs : Act(nowNs);
        }
    }

    // What is left to do. A needle that should be home goes on until its switch has closed.
    private long Remaining => _home?.Remaining(_target, _count.Steps) ?? (_target - _count.Steps);

    private double BrakingSteps =>
        Math.Max(0, ((_rate * _rate) - ((double)_mechanics.StartStepsPerS * _mechanics.StartStepsPerS)) / (2.0 * _mechanics.AccelerationStepsPerS2));

    private long Act(long nowNs)
    {
        if (_pulse)
        {
            _step.Set(active: false);
            _pulse = false;
            return _dueNs = Math.Max(_riseNs + (long)(1e9 / _rate), nowNs);
        }

        if (!_enable.On)
        {
            // Without power nothing follows: what was to be done is not done later.
            _target = _count.Steps;
            return Rest();
        }

        if (nowNs < _enable.ReadyAtNs)
        {
            return _dueNs = _enable.ReadyAtNs;
        }

        if (!Plan())
        {
            return Rest();
        }

        if (Turn(nowNs) is { } later)
        {
            return _dueNs = later;
        }

        _jitter.Add(nowNs - _dueNs);
        _count.Add(_way);
        _step.Set(active: true);
        _home?.Stepped(_way, _count);
        _pulse = true;
        _riseNs = nowNs;
        return _dueNs = nowNs + (long)(5e8 / _rate);
    }

    private long Rest()
    {
        _busy = false;
        _rate = 0;
        return long.MaxValue;
    }

    /// <summary>The rate and way of the next step; false if there is none.</summary>
    private bool Plan()
    {
        long remaining = Remaining;
        if (_rate > 0 && (Math.Sign(remaining) != _way || Math.Abs(remaining) <= BrakingSteps || _rate > _limit))
        {
            double slower = (_rate * _rate) - (2.0 * _mechanics.AccelerationStepsPerS2);
            double start = Math.Min(_mechanics.StartStepsPerS, _limit);
            bool stands = _rate <= _mechanics.StartStepsPerS;
            _rate = Math.Max(start, Math.Sqrt(Math.Max(0, slower)));
            if (!stands || Math.Sign(remaining) == _way)
            {
                return true;
            }

            _rate = 0;
        }

        if (remaining == 0)
        {
            return false;
        }

        if (_rate == 0)
        {
            _rate = Math.Min(_mechanics.StartStepsPerS, _limit);
            return true;
        }

        _rate = Math.Min(_limit, Math.Sqrt((_rate * _rate) + (2.0 * _mechanics.AccelerationStepsPerS2)));
        return true;
    }

    private long? Turn(long nowNs)
    {
        int way = _rate > _mechanics.StartStepsPerS ? _way : Math.Sign(Remaining);
        if (way == _way || way == 0)
        {
            return null;
        }

        _way = way;
        _direction.Set((way > 0) == _mechanics.ForwardHigh);
        // The rate stands for a first step that has not been made.
        _rate = 0;
        return nowNs + DirectionNs;
    }
}
