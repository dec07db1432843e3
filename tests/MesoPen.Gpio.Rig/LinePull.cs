using MesoPen.Gpio.Tests.Chips;

namespace MesoPen.Gpio.Rig;

/// <summary>One line that the plant pulls. Only changes are written.</summary>
internal sealed class LinePull(SimulatedChip chip, BoardLine line)
{
    private bool? _active;

    internal void Set(bool active)
    {
        if (active != _active)
        {
            _active = active;
            chip.Pull(line.Pin, active == line.ActiveHigh);
        }
    }
}
