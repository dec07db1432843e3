using MesoPen.Protocol;

namespace MesoPen.Simulator;

/// <summary>
/// Whoever holds the device: sees the lamp, feels the needle, moves over the zone's grid, lands on a point, works the trigger. The same seed
/// gives the same movements.
/// </summary>
public sealed class Operator
{
    private const int PointsPerRow = 10;

    private readonly OperatorConstants _constants;
    private readonly OperatorTimes? _times;
    private readonly SeededChance _chance;
    private Doing _doing = Doing.Away;
    private int _waitMs;
    private int _patienceMs;
    private int _zone = -1;
    private int _point;
    private long _strokesAtPress;
    private bool _held;
    private int _darkMs;
    private int _emptyMs;
    private bool _again;
    private bool _aside;

    /// <summary>An operator of a pace.</summary>
    public Operator(OperatorConstants constants, OperatorPace pace, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(constants);
        _constants = constants;
        _times = pace switch
        {
            OperatorPace.Auto => OperatorTimes.Auto(constants),
            OperatorPace.Fast => OperatorTimes.Fast(),
            _ => null,
        };
        _chance = new SeededChance(seed);
    }

    private enum Doing
    {
        Away,
        ChangingZone,
        Travelling,
        Landing,
        Pressing,
        Firing,
        Releasing,
    }

    /// <summary>What the operator does wrong.</summary>
    public OperatorHabits Habits { get; } = new();

    /// <summary>Where on the zone's grid the head is, µm from its first point.</summary>
    public (int XUm, int YUm) Position
    {
        get
        {
            var row = _point / PointsPerRow;
            var column = _point % PointsPerRow;
            // Serpentine: every second row is walked back.
            var x = row % 2 == 0 ? column : PointsPerRow - 1 - column;
            return (x * _constants.SpacingUm, row * _constants.SpacingUm);
        }
    }

    /// <summary>Whether somebody else has taken the device out of this hand.</summary>
    public bool StandsAside => _aside;

    /// <summary>Somebody else takes the device, as it is; from now on only <see cref="Touch"/> and the plant's own switches move it.</summary>
    public void StepAside() => _aside = true;

    /// <summary>Takes the device back: off the skin, trigger released, and then as the lamp says.</summary>
    public void TakeBack(Plant plant)
    {
        ArgumentNullException.ThrowIfNull(plant);
        plant.Finger = false;
        plant.PressMn = 0;
        (_aside, _doing, _waitMs, _darkMs, _again) = (false, Doing.Away, 0, 0, false);
    }

    /// <summary>Puts the head on the skin of the zone that the lamp shows, each time on the next point; or lifts it off.</summary>
    public void Touch(Plant plant, bool skin)
    {
        ArgumentNullException.ThrowIfNull(plant);
        if (skin && plant.PressMn == 0)
        {
            _point += plant.Lamp.Zone == _zone ? 1 : -_point;
            _zone = plant.Lamp.Zone;
            Place(plant);
        }

        plant.PressMn = skin ? (_constants.ContactForceMinMn + _constants.ContactForceMaxMn) / 2 : 0;
    }

    /// <summary>A millisecond passes.</summary>
    /// <param name="plant">The device in hand.</param>
    /// <param name="display">What it shows besides the lamp.</param>
    public void Step(Plant plant, in DeviceDisplay display)
    {
        ArgumentNullException.ThrowIfNull(plant);
        if (_times is not { } times || _aside)
        {
            return;
        }

        if (Habits.Holds)
        {
            plant.Finger = true;
            plant.PressMn = Math.Max(plant.PressMn, _constants.ContactForceMinMn);
            _held = true;
            return;
        }

        if (_held)
        {
            // The hand relaxes: what it was not about to do anyway, it leaves.
            _held = false;
            plant.PressMn = _doing == Doing.Away ? 0 : plant.PressMn;
        }

        if (Habits.TakeLift())
        {
            Lift(plant, times);
        }

        var lamp = plant.Lamp;
        ChangeCartridge(plant, display.AsksForCartridge, times);
        if (!MayWork(lamp))
        {
            LetGo(plant, times);
            return;
        }

        _darkMs = 0;
        if (_waitMs > 0)
        {
            _waitMs--;
            return;
        }

        Go(plant, lamp, display.TriggerMode, times);
    }

    /// <summary>
    /// In single mode the lamp asks for release from the shot's beginning: that is seen to when the needle is felt home. At any other time it
    /// means that the press counts for nothing.
    /// </summary>
    private bool MayWork(in Lamp lamp) => lamp.Armed
        && (_doing == Doing.Away || lamp.Zone == _zone)
        && (!lamp.MustRelease || _doing is Doing.Firing or Doing.Releasing || (_again && _doing == Doing.Pressing));

    private void Go(Plant plant, in Lamp lamp, TriggerMode triggerMode, OperatorTimes times)
    {
        switch (_doing)
        {
            case Doing.Away:
                var elsewhere = lamp.Zone != _zone;
                _zone = lamp.Zone;
                _point = elsewhere ? 0 : _point;
                Begin(Doing.ChangingZone, elsewhere ? times.ZoneChangeMs : 0, times);
                break;
            case Doing.ChangingZone:
                Begin(Doing.Travelling, times.TravelMs, times);
                break;
            case Doing.Travelling:
                Place(plant);
                plant.PressMn = _chance.Between(_constants.ContactForceMinMn, _constants.ContactForceMaxMn);
                Begin(Doing.Landing, times.LandMs, times);
                _strokesAtPress = plant.Strokes;
                break;
            case Doing.Landing:
                Begin(Doing.Pressing, plant.Finger ? 0 : times.PressMs, times);
                break;
            case Doing.Pressing:
                plant.Finger = true;
                _doing = Doing.Firing;
                _patienceMs = times.PatienceMs;
                break;
            case Doing.Firing:
                Fire(plant, lamp, triggerMode, times);
                break;
            case Doing.Releasing:
                plant.Finger = false;
                GoOn(plant, times);
                break;
        }
    }

    private void GoOn(Plant plant, OperatorTimes times)
    {
        _again = Habits.PressesTwice && !_again;
        if (!_again)
        {
            Lift(plant, times);
            return;
        }

        _strokesAtPress = plant.Strokes;
        _doing = Doing.Pressing;
        _waitMs = OperatorHabits.AgainAfterMs;
    }

    private void Fire(Plant plant, in Lamp lamp, TriggerMode triggerMode, OperatorTimes times)
    {
        if (plant.Strokes == _strokesAtPress || plant.Shot != 0)
        {
            if (plant.Shot == 0 && (lamp.MustRelease || _patienceMs-- <= 0))
            {
                Begin(Doing.Releasing, times.ReactionMs, times);
            }

            return;
        }

        _strokesAtPress = plant.Strokes;
        _patienceMs = times.PatienceMs;
        _point++;
        switch (triggerMode)
        {
            case TriggerMode.Repeat:
                // Dabbing: the trigger stays pressed, each new contact is a shot.
                Lift(plant, times);
                break;
            case TriggerMode.Continuous:
                // Nappage: the head glides on, pressed to the skin.
                Place(plant);
                break;
            default:
                Begin(Doing.Releasing, times.ReleaseMs, times);
                break;
        }
    }

    private void Place(Plant plant)
    {
        (int x, int y) = Position;
        plant.Place((ushort)(Habits.Astray ? _zone + 1 : _zone), x, y, Habits.Astray);
    }

    private void Lift(Plant plant, OperatorTimes times)
    {
        plant.PressMn = 0;
        Begin(Doing.Travelling, times.TravelMs, times);
    }

    /// <summary>The lamp is dark, or asks for release, or shows another zone: lets go as soon as a person would.</summary>
    private void LetGo(Plant plant, OperatorTimes times)
    {
        if (_doing == Doing.Away || _darkMs++ < times.ReactionMs)
        {
            return;
        }

        plant.Finger = false;
        if (plant.NeedleHome)
        {
            plant.PressMn = 0;
            _doing = Doing.Away;
            _again = false;
            _waitMs = 0;
            _darkMs = 0;
        }
    }

    /// <summary>A cartridge that the device asks for is put in after a while.</summary>
    private void ChangeCartridge(Plant plant, bool asked, OperatorTimes times)
    {
        _emptyMs = asked && plant.NeedleHome ? _emptyMs + 1 : 0;
        if (_emptyMs > times.CartridgeChangeMs)
        {
            plant.InsertCartridge();
            _emptyMs = 0;
        }
    }

    private void Begin(Doing doing, int ms, OperatorTimes times)
    {
        _doing = doing;
        var spread = ms * times.JitterPermille / 1000;
        _waitMs = spread == 0 ? ms : ms + _chance.Between(-spread, spread);
    }
}
