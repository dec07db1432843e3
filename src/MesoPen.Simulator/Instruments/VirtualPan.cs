namespace MesoPen.Simulator;

/// <summary>The pan of a balance, the vessel on it, and everything that disturbs it. Looks at the plant's own truth.</summary>
internal sealed class VirtualPan
{
    private const int Vibrating = 1;
    private const int Restless = 2;
    private const int Overloaded = 3;
    private const int Noise = 4;

    /// <summary>A display is made anew so often, ms.</summary>
    private const int FrameMs = 200;

    /// <summary>Noise is as good as new after this, ms: a weighing before and one after are independent of each other.</summary>
    private const int NoiseMs = 8_000;

    /// <summary>Time constant of a charge, ms.</summary>
    private const double ChargeMs = 2_500;

    private const double MsPerHour = 3_600_000;

    private readonly BalanceOptions _options;
    private readonly Plant _plant;
    private readonly Waves _waves;
    private readonly double _ngPerNl;
    private readonly double _fallenAtStartNl;
    private readonly long _startMs;
    private double _fallenNl;
    private long _movedMs;
    private double _chargeNg;
    private long _chargedMs;
    private double _zeroNg;

    internal VirtualPan(BalanceOptions options, Plant plant)
    {
        _options = options;
        _plant = plant;
        _waves = new Waves(options.Seed);
        _ngPerNl = Water.ShownNgPerNl(options);
        _fallenAtStartNl = _fallenNl = plant.FallenNl;
        _startMs = plant.Ms;
        _movedMs = plant.Ms - options.SettleMs;
        _chargedMs = plant.Ms;
    }

    internal long Ms => _plant.Ms;

    /// <summary>A millisecond has passed.</summary>
    internal void Pass()
    {
        if (_plant.FallenNl == _fallenNl)
        {
            return;
        }

        // What keeps still for so long was at rest before: a new delivery begins, and brings a new charge with it.
        if (Ms - _movedMs >= _options.SettleMs && _options.StaticNg > 0)
        {
            _chargeNg = ChargeNg() + _options.StaticNg * (1 + 0.5 * _waves.Swing(Noise, ~Ms));
            _chargedMs = Ms;
        }

        _fallenNl = _plant.FallenNl;
        _movedMs = Ms;
    }

    internal Shown Show()
    {
        var frame = Math.Max(_startMs, Ms / FrameMs * FrameMs);
        var moving = Ms - _movedMs < _options.SettleMs;
        var shaken = _options.VibrationNg > 0 && _waves.Hits(Vibrating, Ms, 250);
        // Less than a quarter of a digit in a frame is not seen as movement.
        var charging = ChargeNg() > _options.ReadabilityNg * ChargeMs / FrameMs / 4;
        var restless = moving || shaken || charging || _waves.Hits(Restless, Ms, _options.UnstablePermille);
        var load = LoadNg(moving ? Ms : frame) + (shaken ? _options.VibrationNg * _waves.Swing(Vibrating, frame) : 0);
        if (load > _options.CapacityNg || _waves.Hits(Overloaded, Ms, _options.OverloadPermille))
        {
            return new Shown(0, false, 1);
        }

        var shown = load - _zeroNg;
        return new Shown((long)Math.Round(shown / _options.ReadabilityNg) * _options.ReadabilityNg, !restless, 0);
    }

    /// <summary>What lies on it becomes zero.</summary>
    internal void Zero() => _zeroNg = LoadNg(Ms / FrameMs * FrameMs);

    private double LoadNg(long ms)
    {
        var hours = (ms - _startMs) / MsPerHour;
        var noise = _options.NoiseNg == 0 ? 0 : _options.NoiseNg * NoiseAt(ms);
        return _options.VesselNg + (_plant.FallenNl - _fallenAtStartNl) * _ngPerNl
            + (_options.DriftNgPerH - _options.EvaporationNgPerH) * hours + noise + ChargeNg();
    }

    /// <summary>Noise that wanders from one deviate to the next, of the same deviation everywhere between.</summary>
    private double NoiseAt(long ms)
    {
        var slot = ms / NoiseMs;
        var part = ms % NoiseMs / (double)NoiseMs;
        var from = _waves.Normal(Noise, slot);
        var to = _waves.Normal(Noise, slot + 1);
        return (from * (1 - part) + to * part) / Math.Sqrt((1 - part) * (1 - part) + part * part);
    }

    private double ChargeNg() => _chargeNg == 0 ? 0 : _chargeNg * Exponential.Of(-(Ms - _chargedMs) / ChargeMs);
}
