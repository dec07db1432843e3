namespace MesoPen.Simulator;

/// <summary>The plunger's drive, with an absolute encoder that counts on over every cartridge of the device's life.</summary>
/// <remarks>It starts and stops at one acceleration: from the flow of the profile to still within the stated stop time.</remarks>
internal sealed class PlungerAxis
{
    private readonly double _nlPerStep;
    private readonly double _trueNlPerStep;
    private readonly double _accelerationPerS2;
    private double _steps;
    private double _ratePerS;
    private double _targetSteps;
    private double _limitPerS;
    private bool _driving;
    private double _aheadNl;

    internal PlungerAxis(PlungerConstants constants, DeviceMechanics mechanics, int errorPpm)
    {
        _nlPerStep = 1e6 / mechanics.PlungerStepsPerMl;
        _trueNlPerStep = errorPpm == 0 ? _nlPerStep : _nlPerStep * (1_000_000.0 + errorPpm) / 1_000_000;
        _accelerationPerS2 = mechanics.FlowNlPerS / _nlPerStep * 1e6 / constants.StopUs;
    }

    /// <summary>Whether the drive is blocked: nothing moves, whatever is asked.</summary>
    internal bool Stalled { get; set; }

    /// <summary>By how many thousandths the plunger moves more than its encoder says. 0 in a sound device.</summary>
    internal int OverfeedPermille { get; set; }

    /// <summary>How far the drive gets ahead before the plunger gives way and follows at once, nL. 0 in a sound device.</summary>
    internal int StickNl { get; set; }

    internal long Steps => (long)Math.Floor(_steps);

    /// <summary>Volume up to the encoder's position, nL.</summary>
    internal double EncoderNl => _steps * _nlPerStep;

    internal bool Moving { get; private set; }

    /// <summary>Whether it would move if nothing hindered it.</summary>
    internal bool Busy => _driving || _ratePerS != 0;

    internal void Drive(long targetSteps, int stepsPerS)
    {
        _targetSteps = targetSteps;
        _limitPerS = Math.Max(1, stepsPerS);
        _driving = _targetSteps != _steps;
    }

    internal void Halt() => _driving = false;

    /// <summary>No power: it stands at once.</summary>
    internal void Drop()
    {
        _driving = false;
        _ratePerS = 0;
        Moving = false;
    }

    /// <summary>Moves for a time, no further than <paramref name="endSteps"/>, and returns the volume displaced, nL.</summary>
    internal double Step(double seconds, long endSteps)
    {
        if (Stalled || !Busy)
        {
            _ratePerS = 0;
            Moving = false;
            return _aheadNl == 0 ? 0 : Follow(0);
        }

        var away = _driving ? _targetSteps - _steps : 0;
        var wanted = _driving ? Math.Min(_limitPerS, Math.Sqrt(2 * _accelerationPerS2 * Math.Abs(away))) : 0;
        wanted = away < 0 ? -wanted : wanted;
        var change = _accelerationPerS2 * seconds;
        _ratePerS += Math.Clamp(wanted - _ratePerS, -change, change);
        var before = _steps;
        var step = _ratePerS * seconds;
        if (_driving && Math.Abs(step) >= Math.Abs(away) && Math.Sign(step) == Math.Sign(away))
        {
            _steps = _targetSteps;
            _driving = false;
            _ratePerS = 0;
        }
        else
        {
            _steps += step;
        }

        if (_steps >= endSteps && _steps > before)
        {
            // The plunger stands on the bottom of the cartridge.
            _steps = Math.Max(before, endSteps);
            _ratePerS = 0;
        }

        Moving = _steps != before;
        var displaced = (_steps - before) * _trueNlPerStep * (1000 + OverfeedPermille) / 1000;
        return StickNl == 0 && _aheadNl == 0 ? displaced : Follow(displaced);
    }

    internal void Exchange(ref StateExchange x)
    {
        x.Value(ref _steps);
        if (!x.Saving)
        {
            Drop();
        }
    }

    /// <summary>What the plunger displaces when its drive would displace this much, and it sticks.</summary>
    private double Follow(double drivenNl)
    {
        _aheadNl += drivenNl;
        if (Math.Abs(_aheadNl) < StickNl)
        {
            return 0;
        }

        var slipped = _aheadNl;
        _aheadNl = 0;
        return slipped;
    }
}
