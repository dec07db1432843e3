using MesoPen.Protocol;

namespace MesoPen.Firmware;

/// <summary>
/// The plunger axis: drives it forward in short pieces, and holds it to where it may be, moving or at rest. A drive is commanded
/// only a few milliseconds ahead; so if the firmware hangs, the plunger comes to rest by itself within the time that the protocol
/// page guarantees.
/// </summary>
internal sealed class Plunger
{
    /// <summary>
    /// How long the encoder must not change for the plunger to count as still, ms. Several steps long at every rate in use.
    /// </summary>
    internal const int StillMs = 5;

    /// <summary>
    /// How far ahead a drive is commanded, ms of travel: below the 20 ms to plunger still that the page guarantees (SR-079).
    /// </summary>
    internal const int HorizonMs = 15;

    /// <summary>
    /// Travel left of a commanded piece at which the next is commanded, ms: the motor never brakes while ticks come in time.
    /// </summary>
    internal const int RefillMs = 10;

    /// <summary>
    /// Longest time that a driven encoder may stand, ms: no start takes as long, and at 10 shots a second a stall shows within
    /// its shot.
    /// </summary>
    internal const int StallMs = 50;

    /// <summary>
    /// Time within which a halted plunger stands, ms: the page's guarantee. What runs on for longer is a runaway.
    /// </summary>
    internal const int HaltMs = 20;

    /// <summary>
    /// Over-delivery that is still tolerance, thousandths of a drive: half of the ±5 % that ISO 7886-2 lets a syringe err.
    /// </summary>
    internal const int TolerancePermille = 25;

    /// <summary>Least tolerance, steps: the encoder may flicker by one, and a halt may cost one.</summary>
    internal const int ToleranceStepsMin = 2;

    private readonly IActuators _actuators;
    private int _stepsPerS;
    private long _restToleranceSteps;

    private long _markSteps;
    private long _highestSteps;
    private long _commandedSteps;
    private long _ceilingSteps;
    private long _floorSteps;
    private long _toleranceSteps;
    private long _movedAtMs;
    private long _forwardAtMs;
    private long _progressAtMs;
    private long _restByMs;
    private bool _rested;

    internal Plunger(IActuators actuators, int stepsPerS, long doseMinSteps)
    {
        _actuators = actuators;
        _stepsPerS = stepsPerS;
        _restToleranceSteps = ToleranceOf(doseMinSteps);
        _toleranceSteps = _restToleranceSteps;
        PositionSteps = actuators.PlungerSteps;
        Mark();
        // What a reset interrupted may still be coming to rest: the ceiling is set when it has.
        Release(HaltMs);
    }

    /// <summary>Encoder position at this tick, steps.</summary>
    internal long PositionSteps { get; private set; }

    /// <summary>Where the present or last drive ends, steps.</summary>
    internal long TargetSteps { get; private set; }

    /// <summary>Whether a drive is under way.</summary>
    internal bool Driving { get; private set; }

    /// <summary>Whether the last drive got to its target.</summary>
    internal bool Reached { get; private set; }

    /// <summary>Whether the plunger stands and nothing drives it.</summary>
    internal bool Still { get; private set; }

    /// <summary>Steps moved forward since <see cref="Mark"/>; the furthest, should the encoder go back.</summary>
    internal long MovedSteps => _highestSteps - _markSteps;

    /// <summary>Reads the encoder.</summary>
    internal void Sense(long nowMs)
    {
        long position = _actuators.PlungerSteps;
        if (position != PositionSteps)
        {
            _forwardAtMs = position > PositionSteps ? nowMs : _forwardAtMs;
            _movedAtMs = nowMs;
            PositionSteps = position;
        }

        if (position > _highestSteps)
        {
            _highestSteps = position;
            _progressAtMs = nowMs;
        }

        Still = !Driving && nowMs - _movedAtMs >= StillMs;
        if (Still && !_rested)
        {
            Rest();
        }
    }

    /// <summary>Begins to count movement here.</summary>
    internal void Mark()
    {
        _markSteps = PositionSteps;
        _highestSteps = PositionSteps;
    }

    /// <summary>A calibration has changed how many steps a volume has. Only while nothing drives the plunger.</summary>
    internal void Rescale(int stepsPerS, long doseMinSteps)
    {
        _stepsPerS = stepsPerS;
        _restToleranceSteps = ToleranceOf(doseMinSteps);
    }

    /// <summary>Drives so many steps forward of the mark.</summary>
    internal void Drive(long steps, long nowMs)
    {
        TargetSteps = _markSteps + steps;
        _toleranceSteps = ToleranceOf(steps);
        _ceilingSteps = TargetSteps + _toleranceSteps;
        _floorSteps = PositionSteps - _toleranceSteps;
        _commandedSteps = PositionSteps;
        _progressAtMs = nowMs;
        _rested = false;
        Still = false;
        Reached = false;
        Driving = true;
        Feed();
    }

    /// <summary>Goes on with a drive, or ends it at its target.</summary>
    internal void Advance(long nowMs)
    {
        if (!Driving)
        {
            return;
        }

        if (PositionSteps >= TargetSteps)
        {
            End(nowMs);
            Reached = true;
            return;
        }

        Feed();
    }

    /// <summary>Stops the plunger where it is, whatever it was doing. From here it may only come to rest.</summary>
    internal void Halt(long nowMs)
    {
        if (!Driving)
        {
            _actuators.HaltPlunger();
        }
        else
        {
            End(nowMs);
            _ceilingSteps = Math.Min(_ceilingSteps, PositionSteps + TravelIn(HaltMs) + _toleranceSteps);
        }
    }

    /// <summary>
    /// Lets the drive be anywhere until it next stands, which must be by then: while a cartridge is changed it is turned back.
    /// </summary>
    internal void Release(long restByMs)
    {
        _rested = false;
        _restByMs = restByMs;
        _ceilingSteps = long.MaxValue;
        _floorSteps = long.MinValue;
    }

    /// <summary>What is wrong with the axis, if anything.</summary>
    internal DeviceFault Check(long nowMs)
    {
        bool runsOn = !Driving && !_rested && nowMs > _restByMs && _forwardAtMs > _restByMs;
        if (PositionSteps > _ceilingSteps || runsOn)
        {
            return DeviceFault.OverDelivery;
        }

        if (PositionSteps < _floorSteps)
        {
            return DeviceFault.SensorImplausible;
        }

        bool standing = Driving && PositionSteps < TargetSteps && nowMs - _progressAtMs > StallMs;
        return standing ? DeviceFault.PlungerStall : DeviceFault.None;
    }

    /// <summary>How far a drive of so many steps may overrun.</summary>
    internal static long ToleranceOf(long steps) => Math.Max(ToleranceStepsMin, steps * TolerancePermille / 1000);

    private long TravelIn(int ms) => Math.Max(1, (long)_stepsPerS * ms / 1000);

    private void End(long nowMs)
    {
        _actuators.HaltPlunger();
        Driving = false;
        _restByMs = nowMs + HaltMs;
    }

    private void Feed()
    {
        if (_commandedSteps >= TargetSteps || _commandedSteps - PositionSteps >= TravelIn(RefillMs))
        {
            return;
        }

        long next = Math.Min(TargetSteps, PositionSteps + TravelIn(HorizonMs));
        if (next > _commandedSteps)
        {
            _commandedSteps = next;
            _actuators.DrivePlunger(next, _stepsPerS);
        }
    }

    private void Rest()
    {
        _rested = true;
        _ceilingSteps = PositionSteps + _restToleranceSteps;
        _floorSteps = PositionSteps - _restToleranceSteps;
    }
}
