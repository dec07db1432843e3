namespace MesoPen.Gpio;

/// <summary>
/// Home by its switch: on the way back the switch's closing sets the count, and a needle that should be home goes on until it has
/// closed, or for
/// a stated way beyond where it should have.
/// </summary>
internal sealed class HomeSearch(InputLine closed, long closesAtSteps, long beyondSteps)
{
    private bool _wasClosed;

    /// <summary>What is left to do to a target.</summary>
    internal long Remaining(long target, long steps)
    {
        if (target != 0)
        {
            return target - steps;
        }

        return closed.Active ? -Math.Max(0, steps) : steps > -beyondSteps ? Math.Min(-1, -steps) : 0;
    }

    /// <summary>A step was made. The first one that finds the switch closed is where the switch is.</summary>
    internal void Stepped(int way, StepCount count)
    {
        bool isClosed = closed.Active;
        if (way < 0 && isClosed && !_wasClosed)
        {
            count.Set(closesAtSteps);
        }

        _wasClosed = isClosed;
    }
}
