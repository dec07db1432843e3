namespace MesoPen.Simulator;

/// <summary>
/// Cuts what the plant does into strokes, primes, excursions and drops, and writes a line for each when it ends, so that every nanolitre that
/// left the tips stands in exactly one line. Instants that safety depends on get a line of their own.
/// </summary>
internal sealed class TruthRecorder(TruthLines lines)
{
    /// <summary>A label that no movement follows is closed as a stroke of depth 0 after this time.</summary>
    private const int UnmovedLabelMs = 100;

    /// <summary>A prime is over when the plunger has stood for this time: what still follows is a drop.</summary>
    private const int PrimeSettleMs = 50;

    private int _segment;
    private uint _shot;
    private uint _lastShot;
    private long _stroke;
    private int _zone;
    private int? _skinZone;
    private int _xUm;
    private int _yUm;
    private bool _left;
    private double _deepestUm;
    private double _outsideNl;
    private long _beginMs;
    private long _stillSinceMs;
    private double _airAtBeginNl;
    private long _toldNl;
    private bool _plungerMoved;
    private bool _wasHome = true;

    /// <summary>Told of every labelled stroke as it ends, after its line.</summary>
    internal Action<StrokeTruth>? StrokeEnded { get; set; }

    internal StrokeTruth LastStroke { get; private set; }

    internal TruthSegment Segment => (TruthSegment)_segment;

    internal long Strokes => _stroke;

    internal uint Shot => Segment == TruthSegment.Stroke ? _shot : 0;

    /// <summary>Whether everything is told, and nothing more will be to tell until something moves.</summary>
    internal bool Settled { get; private set; }

    internal void Label(uint shot, in PlantInstant now)
    {
        Settled = false;
        End(now);
        _stroke++;
        _shot = shot;
        _lastShot = shot;
        Begin(TruthSegment.Stroke, now);
    }

    /// <summary>A label from before the boot whose needle is at home will not move any more: what moves next is something else.</summary>
    internal void Boot(in PlantInstant now)
    {
        if (Segment == TruthSegment.Stroke && now.NeedleHome)
        {
            End(now);
        }
    }

    /// <summary>Counts fluid that left the tips within the present segment.</summary>
    internal void Flow(double leftNl, double tipUm, bool inSkin)
    {
        _deepestUm = Math.Max(_deepestUm, tipUm);
        if (!inSkin)
        {
            _outsideNl += leftNl;
        }
    }

    /// <summary>After every millisecond.</summary>
    internal void Observe(in PlantInstant now)
    {
        Settled = Segment == TruthSegment.Rest && now.AtRest && now.NeedleHome && !now.PlungerMoving;
        Instants(now);
        _stillSinceMs = now.PlungerMoving ? now.Ms : _stillSinceMs;
        switch (Segment)
        {
            case TruthSegment.Rest:
                Rest(now);
                break;
            case TruthSegment.Stroke:
                _left |= !now.NeedleHome;
                if (now.NeedleHome && !now.PlungerMoving && (_left || now.Ms - Math.Max(_beginMs, _stillSinceMs) >= UnmovedLabelMs))
                {
                    End(now);
                }

                break;
            case TruthSegment.Prime:
                if (!now.NeedleHome || now.Ms - _stillSinceMs >= PrimeSettleMs)
                {
                    End(now);
                }

                break;
            case TruthSegment.Excursion:
                if (now.NeedleHome)
                {
                    End(now);
                }

                break;
        }
    }

    internal void Exchange(ref StateExchange x)
    {
        x.Value(ref _segment);
        x.Value(ref _shot);
        x.Value(ref _lastShot);
        x.Value(ref _stroke);
        x.Value(ref _zone);
        x.Value(ref _xUm);
        x.Value(ref _yUm);
        x.Value(ref _left);
        x.Value(ref _deepestUm);
        x.Value(ref _outsideNl);
        x.Value(ref _beginMs);
        x.Value(ref _stillSinceMs);
        x.Value(ref _airAtBeginNl);
        x.Value(ref _toldNl);
        x.Value(ref _plungerMoved);
        x.Value(ref _wasHome);
    }

    private void Instants(in PlantInstant now)
    {
        if (now.PlungerMoving != _plungerMoved)
        {
            lines.Event(now.PlungerMoving ? "plunger_moves" : "plunger_still", now.Ms, Shot);
            _plungerMoved = now.PlungerMoving;
        }

        if (now.NeedleHome != _wasHome)
        {
            lines.Event(now.NeedleHome ? "needle_home" : "needle_out", now.Ms, Shot);
            _wasHome = now.NeedleHome;
        }
    }

    private void Rest(in PlantInstant now)
    {
        if (!now.NeedleHome)
        {
            End(now);
            Begin(TruthSegment.Excursion, now);
        }
        else if (now.PlungerMoving)
        {
            End(now);
            Begin(TruthSegment.Prime, now);
        }
        else if (now.AtRest)
        {
            End(now);
        }
    }

    private void Begin(TruthSegment segment, in PlantInstant now)
    {
        _segment = (int)segment;
        _zone = now.Zone;
        _skinZone = now.AstrayZone == now.Zone ? null : now.AstrayZone;
        _xUm = now.XUm;
        _yUm = now.YUm;
        _left = false;
        _deepestUm = 0;
        _outsideNl = 0;
        _beginMs = now.Ms;
        _stillSinceMs = now.Ms;
        _airAtBeginNl = now.AirOutNl;
    }

    /// <summary>Writes the present segment's line and falls back to rest.</summary>
    private void End(in PlantInstant now)
    {
        // Rounded on the running total, so that the lines sum to it whatever their number.
        var total = (long)Math.Round(now.OutNl);
        var volume = total - _toldNl;
        switch (Segment)
        {
            case TruthSegment.Stroke:
                var truth = new StrokeTruth(
                    _shot, _stroke, _zone, _xUm, _yUm, (int)Math.Round(_deepestUm), volume, (long)Math.Round(_outsideNl), _beginMs, now.Ms)
                {
                    SkinZone = _skinZone,
                };
                LastStroke = truth;
                lines.Stroke(truth);
                StrokeEnded?.Invoke(truth);
                break;
            case TruthSegment.Prime:
                lines.Prime(volume, (long)Math.Round(now.AirOutNl - _airAtBeginNl), now.Ms);
                break;
            case TruthSegment.Excursion:
                lines.Excursion((int)Math.Round(_deepestUm), volume, now.Ms);
                break;
            default:
                if (volume == 0)
                {
                    return;
                }

                lines.Drip(volume, _lastShot, now.Ms);
                break;
        }

        _toldNl = total;
        Begin(TruthSegment.Rest, now);
    }
}
