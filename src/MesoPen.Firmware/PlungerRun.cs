namespace MesoPen.Firmware;

/// <summary>A drive of the plunger outside a shot, and the sum of all such drives for one purpose in this boot.</summary>
internal sealed class PlungerRun(Plunger plunger)
{
    private long _endedSteps;

    /// <summary>Whether a run is under way: until the plunger stands again.</summary>
    internal bool Active { get; private set; }

    /// <summary>Steps moved in this boot, the run under way included.</summary>
    internal long TotalSteps => _endedSteps + (Active ? plunger.MovedSteps : 0);

    /// <summary>Drives so many steps forward.</summary>
    internal void Start(long steps, long nowMs)
    {
        Active = true;
        plunger.Mark();
        plunger.Drive(steps, nowMs);
    }

    /// <summary>Goes on. Gives true once, when a run has ended at its target.</summary>
    internal bool Advance(long nowMs)
    {
        if (!Active)
        {
            return false;
        }

        plunger.Advance(nowMs);
        if (!plunger.Still)
        {
            return false;
        }

        _endedSteps += plunger.MovedSteps;
        Active = false;
        return plunger.Reached;
    }
}
