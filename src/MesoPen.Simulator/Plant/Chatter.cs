namespace MesoPen.Simulator;

/// <summary>A switch that chatters after each change: for a while it says on and off by turns.</summary>
internal sealed class Chatter
{
    private bool _was;
    private long _untilMs;
    private bool _begun;

    /// <summary>For how long, ms; 0 is sound.</summary>
    internal int ForMs
    {
        get;
        set
        {
            field = value;
            _begun = true;
        }
    }

    /// <summary>A millisecond begins.</summary>
    internal void Pass(bool on, long ms)
    {
        if (on != _was || _begun)
        {
            _untilMs = ms + ForMs;
            _was = on;
            _begun = false;
        }
    }

    internal bool Says(bool on, long ms) => ForMs > 0 && ms < _untilMs ? ms % 2 == 0 : on;
}
