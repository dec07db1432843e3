namespace MesoPen.Simulator;

/// <summary>
/// The needle's drive: a motor that follows a trapezoid of speed, a carriage with an absolute encoder, and a needle with some play in the
/// carriage. The motor counts its own steps; where it loses some, the carriage falls behind and the encoder shows it.
/// </summary>
/// <param name="constants">Of the sound machine.</param>
/// <param name="errors">What is wrong with it.</param>
internal sealed class NeedleAxis(NeedleConstants constants, PlantErrors errors)
{
    private readonly int _backlashUm = errors.NeedleBacklashUm ?? constants.BacklashUm;
    private double _motorUm;
    private double _speedUmPerS;
    private double _targetUm;
    private double _limitUmPerS = 1;
    private double _lostUm;
    private double _tipUm;

    /// <summary>Whether the drive is jammed: the carriage does not move, whatever is asked.</summary>
    internal bool Stuck { get; set; }

    /// <summary>Whether the drive jams when the carriage should come back from where it went.</summary>
    internal bool JamsOut { get; set; }

    /// <summary>By how many thousandths the tip goes further than the encoder says: a bent guide. 0 in a sound device.</summary>
    internal int OverreachPermille { get; set; }

    /// <summary>Carriage by its encoder, µm from home.</summary>
    internal double CarriageUm => Math.Max(0, _motorUm - _lostUm);

    /// <summary>Deepest point of the needle, µm from home along the axis.</summary>
    internal double TipUm => OverreachPermille == 0 ? OffTipUm : OffTipUm * (1000 + OverreachPermille) / 1000;

    internal bool HomeSwitch => CarriageUm < constants.HomeSwitchUm;

    internal bool Moving => !Stuck && (_speedUmPerS != 0 || _motorUm != _targetUm) && !Jammed;

    /// <summary>The tip with the offset of its encoder, which comes in over the way out of the home switch: at home nothing stands out.</summary>
    private double OffTipUm => errors.NeedleOffsetUm == 0
        ? _tipUm
        : Math.Max(0, _tipUm + errors.NeedleOffsetUm * Math.Min(1, _tipUm / constants.HomeSwitchUm));

    private bool Jammed => JamsOut && _targetUm < _motorUm && !HomeSwitch;

    internal void Drive(int targetUm, int speedUmPerS)
    {
        _targetUm = targetUm;
        _limitUmPerS = Math.Max(1, speedUmPerS);
    }

    /// <summary>No power: the carriage stays where it is.</summary>
    internal void Halt()
    {
        _speedUmPerS = 0;
        _targetUm = _motorUm;
    }

    /// <summary>The motor turns without the carriage, once.</summary>
    internal void LoseSteps(int um) => _lostUm += um;

    internal void Step(double seconds)
    {
        if (!Moving)
        {
            return;
        }

        var away = _targetUm - _motorUm;
        // The speed from which the drive can still stop at the target: v² = 2·a·s.
        var wanted = Math.Min(_limitUmPerS, Math.Sqrt(2.0 * constants.AccelerationUmPerS2 * Math.Abs(away)));
        wanted = away < 0 ? -wanted : wanted;
        var change = constants.AccelerationUmPerS2 * seconds;
        _speedUmPerS += Math.Clamp(wanted - _speedUmPerS, -change, change);
        var step = _speedUmPerS * seconds;
        var arrived = Math.Sign(step) == Math.Sign(away) && Math.Abs(step) >= Math.Abs(away);
        if (arrived || (Math.Abs(away) < 1 && Math.Abs(_speedUmPerS) <= 2 * change))
        {
            _motorUm = _targetUm;
            _speedUmPerS = 0;
        }
        else
        {
            _motorUm += step;
        }

        if (_motorUm < _lostUm && _targetUm <= 0)
        {
            // The carriage stands at the stop behind home: the motor's count is made true again there.
            _lostUm = Math.Max(0, _motorUm);
        }

        _tipUm = Math.Clamp(_tipUm, Math.Max(0, CarriageUm - _backlashUm), CarriageUm);
    }

    internal void Exchange(ref StateExchange x)
    {
        x.Value(ref _motorUm);
        x.Value(ref _lostUm);
        x.Value(ref _tipUm);
        if (!x.Saving)
        {
            Halt();
        }
    }
}
