using MesoPen.Protocol;

namespace MesoPen.Firmware;

/// <summary>The needle axis: sends it out and back, and holds it to where it may be.</summary>
internal sealed class Needle
{
    /// <summary>How near its target the needle has arrived, µm: the backlash of the drives in the profiles.</summary>
    internal const int ArrivalUm = 20;

    /// <summary>
    /// Travel time that counts as a stall, thousandths of the time at full speed: half as much again for acceleration.
    /// </summary>
    internal const int TravelPermille = 1500;

    /// <summary>Added to every travel time, ms: start, stop and the home switch.</summary>
    internal const int TravelMarginMs = 50;

    /// <summary>
    /// Encoder readings above this with the home switch closed contradict it, µm: more than any switch's travel.
    /// </summary>
    internal const int HomeClosedMaxUm = 500;

    /// <summary>Encoder readings below this are impossible, µm: the needle's rear stop is nearer.</summary>
    internal const int RearStopUm = -500;

    /// <summary>How long switch and encoder may contradict each other, ms: the switch opens late on a fast move.</summary>
    internal const int ContradictionMs = 20;

    private readonly IActuators _actuators;
    private readonly int _outUmPerS;
    private readonly int _backUmPerS;
    private readonly int _toleranceUm;

    private bool _outward;
    private bool _settled;
    private int _targetUm;
    private int _allowedUm;
    private long _deadlineMs;
    private long _agreedAtMs;

    internal Needle(IActuators actuators, DeviceConfiguration configuration)
    {
        _actuators = actuators;
        _outUmPerS = configuration.NeedleOutUmPerS;
        _backUmPerS = configuration.NeedleBackUmPerS;
        _toleranceUm = configuration.DepthToleranceUm;
        // A reset may have left it anywhere.
        _allowedUm = configuration.DepthMaxUm;
        PositionUm = actuators.NeedleUm;
        DeepestUm = PositionUm;
        Home = actuators.NeedleHome;
    }

    /// <summary>Encoder position at this tick, µm from home.</summary>
    internal int PositionUm { get; private set; }

    /// <summary>Added to each depth to get the encoder's position, by calibration, µm. To be changed only at home.</summary>
    internal int OffsetUm { get; set; }

    /// <summary>Depth by calibration at this tick, µm.</summary>
    internal int DepthUm => PositionUm - OffsetUm;

    /// <summary>The deepest depth by calibration since the needle was last sent out, or since the boot, µm.</summary>
    internal int DeepestDepthUm => DeepestUm - OffsetUm;

    /// <summary>Whether the home switch is closed.</summary>
    internal bool Home { get; private set; }

    /// <summary>Deepest encoder position since the needle was last sent out, or since the boot, µm.</summary>
    private int DeepestUm { get; set; }

    /// <summary>Whether it was sent out and has arrived.</summary>
    internal bool Arrived => _outward && _settled;

    /// <summary>Whether it was sent home and is there.</summary>
    internal bool AtHome => !_outward && _settled && Home;

    /// <summary>Whether the time for the present move is over and it has not ended.</summary>
    internal bool Overdue { get; private set; }

    /// <summary>Reads encoder and switch.</summary>
    internal void Sense(long nowMs)
    {
        PositionUm = _actuators.NeedleUm;
        Home = _actuators.NeedleHome;
        DeepestUm = Math.Max(DeepestUm, PositionUm);
        if (!Home || PositionUm <= HomeClosedMaxUm)
        {
            _agreedAtMs = nowMs;
        }

        if (!_settled && _outward && Math.Abs(PositionUm - _targetUm) <= ArrivalUm)
        {
            _settled = true;
            _allowedUm = _targetUm;
        }
        else if (!_settled && !_outward && Home)
        {
            _settled = true;
            _allowedUm = 0;
        }
        else if (_settled && !_outward && !Home)
        {
            // Something pushed it off its switch: bring it back, and notice if it does not come.
            Retract(nowMs);
        }

        Overdue = !_settled && nowMs > _deadlineMs;
    }

    /// <summary>Sends the needle to a depth by calibration.</summary>
    internal void Extend(int depthUm, long nowMs)
    {
        int positionUm = depthUm + OffsetUm;
        DeepestUm = PositionUm;
        _allowedUm = Math.Max(positionUm, PositionUm);
        Move(outward: true, positionUm, _outUmPerS, nowMs);
    }

    /// <summary>Brings the needle home, from wherever it is.</summary>
    internal void Retract(long nowMs)
    {
        if (AtHome)
        {
            _actuators.DriveNeedle(0, _backUmPerS);
            return;
        }

        Move(outward: false, 0, _backUmPerS, nowMs);
    }

    /// <summary>What is wrong with the axis, if anything.</summary>
    internal DeviceFault Check(long nowMs)
    {
        if (PositionUm > _allowedUm + _toleranceUm)
        {
            return DeviceFault.NeedleTooDeep;
        }

        if (PositionUm < RearStopUm || nowMs - _agreedAtMs > ContradictionMs)
        {
            return DeviceFault.SensorImplausible;
        }

        bool pushedBack = Arrived && PositionUm < _targetUm - _toleranceUm;
        return Overdue || pushedBack ? DeviceFault.NeedleStall : DeviceFault.None;
    }

    private void Move(bool outward, int targetUm, int speedUmPerS, long nowMs)
    {
        bool again = outward == _outward && targetUm == _targetUm && !_settled && _deadlineMs != 0;
        _outward = outward;
        _settled = false;
        _targetUm = targetUm;
        if (!again)
        {
            // A move that is only repeated keeps its deadline, or a stop sent over and over would hide a needle that does not
            // come.
            long travelMs = Math.Abs((long)PositionUm - targetUm) * 1000 / speedUmPerS;
            _deadlineMs = nowMs + (travelMs * TravelPermille / 1000) + TravelMarginMs;
        }

        _actuators.DriveNeedle(targetUm, speedUmPerS);
    }
}
