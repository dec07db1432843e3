namespace MesoPen.Firmware;

/// <summary>
/// A calibration move of the needle: out to a position and held there, until another request, contact or silence sends it home.
/// </summary>
internal sealed class NeedleMove(Needle needle)
{
    private bool _out;

    /// <summary>Whether the needle is on its way to the position.</summary>
    internal bool Travelling => _out && !needle.Arrived;

    /// <summary>Whether it stands at the position.</summary>
    internal bool Holding => _out && needle.Arrived;

    /// <summary>Sends the needle to a position; 0 is home.</summary>
    internal void Start(int targetUm, long nowMs)
    {
        _out = targetUm > 0;
        if (_out)
        {
            needle.Extend(targetUm, nowMs);
        }
        else
        {
            needle.Retract(nowMs);
        }
    }

    /// <summary>Brings the needle home if it is out.</summary>
    internal void End(long nowMs)
    {
        if (_out)
        {
            _out = false;
            needle.Retract(nowMs);
        }
    }
}
