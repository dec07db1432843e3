using MesoPen.Gpio.Tests.Chips;

namespace MesoPen.Gpio.Rig;

/// <summary>
/// One line that the plant pulls. A switch is stronger than a chip's own resistor, but here a program that asks for the resistor sets the line: so the level is looked at.
/// </summary>
internal sealed class LinePull(SimulatedChip chip, BoardLine line) : IDisposable
{
    private readonly LineWatch _level = new(chip, line);

    internal void Set(bool active)
    {
        if (_level.Active != active)
        {
            chip.Pull(line.Pin, active == line.ActiveHigh);
        }
    }

    public void Dispose() => _level.Dispose();
}
