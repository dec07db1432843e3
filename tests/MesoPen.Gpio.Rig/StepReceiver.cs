namespace MesoPen.Gpio.Rig;

/// <summary>A drive's input: rising edges of its step line, each one step by the direction line, as long as it has power.</summary>
internal sealed class StepReceiver(LineWatch step, LineWatch direction, bool forwardActive) : IDisposable
{
    private bool _was;

    /// <summary>Steps taken.</summary>
    internal long Steps { get; private set; }

    /// <summary>Pulses that came while the drive had no power.</summary>
    internal long Unpowered { get; private set; }

    /// <summary>Looks at the line. Whether it is active.</summary>
    internal bool Look(bool powered)
    {
        bool active = step.Active;
        if (active && !_was)
        {
            if (powered)
            {
                Steps += direction.Active == forwardActive ? 1 : -1;
            }
            else
            {
                Unpowered++;
            }
        }

        _was = active;
        return active;
    }

    public void Dispose()
    {
        step.Dispose();
        direction.Dispose();
    }
}
