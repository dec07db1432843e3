namespace MesoPen.Simulator;

/// <summary>Tells how far a stroke is from what the plant does, once a millisecond. What the firmware believes is not asked.</summary>
internal sealed class StrokeWatch
{
    private uint _shot;
    private int _needleUm;
    private long _steps;
    private bool _left;
    private bool _flowed;
    private bool _back;
    private bool _seen;

    /// <summary>Looks at the plant.</summary>
    /// <param name="plant">The machine.</param>
    /// <param name="ms">Since the start of the run.</param>
    internal FaultInstant Look(Plant plant, long ms)
    {
        var shot = plant.Shot;
        var ended = shot != _shot ? _shot : 0;
        if (shot != _shot)
        {
            _shot = shot;
            _left = false;
            _flowed = false;
            _back = false;
        }

        var needleUm = plant.NeedleUm;
        var steps = plant.PlungerSteps;
        var phase = shot == 0 ? StrokePhase.None : Phase(plant.NeedleHome, needleUm, plant.PlungerMoving || (_seen && steps != _steps));
        _needleUm = needleUm;
        _steps = steps;
        _seen = true;
        return new FaultInstant(ms, shot, phase, ended, plant.Boots);
    }

    private StrokePhase Phase(bool home, int needleUm, bool flows)
    {
        if (home)
        {
            return _left ? StrokePhase.Back : StrokePhase.Begin;
        }

        _left = true;
        if (flows)
        {
            _flowed = true;
            return StrokePhase.Flow;
        }

        _back |= needleUm < _needleUm;
        return this switch
        {
            { _back: true } => StrokePhase.Back,
            { _flowed: true } => StrokePhase.Dwell,
            _ => needleUm > _needleUm ? StrokePhase.Out : StrokePhase.Depth,
        };
    }
}
