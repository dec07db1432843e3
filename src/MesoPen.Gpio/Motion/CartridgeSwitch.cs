namespace MesoPen.Gpio;

/// <summary>
/// The switch under the cartridge. One that has gone is gone at once; one that comes has come when the switch has stood for a
/// while, and counts as full.
/// </summary>
internal sealed class CartridgeSwitch
{
    /// <summary>
    /// How long the switch stands before a cartridge is in, in looks, of which there is one a millisecond: a hand takes longer.
    /// </summary>
    private const int StandsLooks = 50;

    private readonly InputLine _line;
    private readonly AxesFile _file;
    private readonly long _fullSteps;
    private int _looks;

    internal CartridgeSwitch(InputLine line, AxesFile file, long fullSteps)
    {
        (_line, _file, _fullSteps) = (line, file, fullSteps);
        if (!file.WasWatched)
        {
            file.CartridgeIn = false;
        }
    }

    /// <summary>Whether a cartridge is in.</summary>
    internal bool Present { get; private set; }

    /// <summary>Looks at the switch; once a tick.</summary>
    internal void Look()
    {
        if (!_line.Active)
        {
            _looks = 0;
            Present = false;
            _file.CartridgeIn = false;
            return;
        }

        if (_file.CartridgeIn)
        {
            Present = true;
        }
        else if (++_looks >= StandsLooks)
        {
            _file.PlungerEnd = _file.Plunger.Steps + _fullSteps;
            _file.Cartridges++;
            _file.CartridgeIn = true;
            Present = true;
        }
    }
}
