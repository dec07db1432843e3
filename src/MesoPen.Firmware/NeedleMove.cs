namespace MesoPen.Firmware;

/// <summary>
/// A calibration move of the needle: out to a position and held there, until another request, contact or silence sends it home. With
/// play to take up it always comes to its position on the way out: from further out it first goes back behind it. A shot needs none
/// of this, for it always begins at home.
/// </summary>
internal sealed class NeedleMove(Needle needle)
{
    private bool _out;
    private bool _behind;
    private int _targetUm;

    /// <summary>Whether the needle is on its way to the position.</summary>
    internal bool Travelling => _out && (_behind || !needle.Arrived);

    /// <summary>Whether it stands at the position.</summary>
    internal bool Holding => _out && !_behind && needle.Arrived;

    /// <summary>Sends the needle to a position; 0 is home.</summary>
    internal void Start(int targetUm, int backlashUm, long nowMs)
    {
        _out = targetUm > 0;
        _targetUm = targetUm;
        _behind = _out && backlashUm > 0 && needle.DepthUm > targetUm;
        if (!_out)
        {
            needle.Retract(nowMs);
            return;
        }

        // As near as the needle counts as arrived, it may still be short of the turning point.
        int turnUm = targetUm - backlashUm - Needle.ArrivalUm;
        if (_behind && turnUm + needle.OffsetUm <= 0)
        {
            needle.Retract(nowMs);
        }
        else
        {
            needle.Extend(_behind ? turnUm : targetUm, nowMs);
        }
    }

    /// <summary>Goes on from behind the position.</summary>
    internal void Advance(long nowMs)
    {
        if (_behind && (needle.Arrived || needle.AtHome))
        {
            _behind = false;
            needle.Extend(_targetUm, nowMs);
        }
    }

    /// <summary>Brings the needle home if it is out.</summary>
    internal void End(long nowMs)
    {
        _behind = false;
        if (_out)
        {
            _out = false;
            needle.Retract(nowMs);
        }
    }
}
