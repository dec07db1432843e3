namespace MesoPen.Firmware;

/// <summary>A drive of the plunger outside a shot, and the sum of all such drives for one purpose in this boot.</summary>
internal sealed class PlungerRun(Plunger plunger, AdjustmentMemory adjustments)
{
    private long _endedSteps;
    private long _baseNl;

    /// <summary>Whether a run is under way: until the plunger stands again.</summary>
    internal bool Active { get; private set; }

    /// <summary>Volume moved in this boot, the run under way included, nL.</summary>
    internal long TotalNl => _baseNl + adjustments.Scale.NlIn(_endedSteps + (Active ? plunger.MovedSteps : 0));

    /// <summary>Steps from here to a volume of this boot; negative if it is behind.</summary>
    internal long StepsTo(long totalNl) => adjustments.Scale.StepsIn(Math.Max(0, totalNl - _baseNl)) - _endedSteps;

    /// <summary>The scale is about to change: what was moved so far counts by the one that it was moved under.</summary>
    internal void Rescale()
    {
        _baseNl = TotalNl;
        _endedSteps = 0;
    }

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
