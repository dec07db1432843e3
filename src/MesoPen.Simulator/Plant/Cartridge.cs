namespace MesoPen.Simulator;

/// <summary>The cartridge, and the account of all fluid ever brought to the device.</summary>
/// <remarks>The plunger's encoder counts on: the drive grips a new cartridge's plunger where it stands.</remarks>
internal sealed class Cartridge(long capacityNl, long stepsPerMl)
{
    private bool _present;
    private uint _id;
    private long _endSteps;
    private double _heldNl;
    private double _loadedNl;
    private double _discardedNl;

    internal bool Present => _present;

    internal uint Id => _id;

    internal long EndSteps => _endSteps;

    internal double HeldNl => _heldNl;

    internal double LoadedNl => _loadedNl;

    internal double DiscardedNl => _discardedNl;

    internal void Insert(long plungerSteps)
    {
        _present = true;
        _id++;
        _endSteps = plungerSteps + capacityNl * stepsPerMl / 1_000_000;
        _heldNl = capacityNl;
        _loadedNl += capacityNl;
    }

    internal void Pull()
    {
        _present = false;
        _endSteps = 0;
        Discard(_heldNl);
        _heldNl = 0;
    }

    /// <summary>Leaves no more than a volume in it.</summary>
    internal void Limit(double volumeNl, long plungerSteps)
    {
        if (_present && volumeNl < _heldNl)
        {
            Discard(_heldNl - volumeNl);
            _heldNl = volumeNl;
            _endSteps = plungerSteps + (long)volumeNl * stepsPerMl / 1_000_000;
        }
    }

    internal void Discard(double volumeNl) => _discardedNl += volumeNl;

    /// <summary>Gives what the plunger displaces, as far as there is any. Returns it.</summary>
    internal double Give(double displacedNl)
    {
        var given = Math.Min(displacedNl, _heldNl);
        _heldNl -= given;
        return given;
    }

    internal void Exchange(ref StateExchange x)
    {
        x.Value(ref _present);
        x.Value(ref _id);
        x.Value(ref _endSteps);
        x.Value(ref _heldNl);
        x.Value(ref _loadedNl);
        x.Value(ref _discardedNl);
    }
}
