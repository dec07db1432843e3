namespace MesoPen.Simulator;

/// <summary>What the operator does wrong at present.</summary>
public sealed class OperatorHabits
{
    /// <summary>From letting go of the trigger to pressing it again, ms: a nervous finger.</summary>
    internal const int AgainAfterMs = 40;

    private bool _lifts;

    /// <summary>In single mode, presses again at once after each shot, on the same point.</summary>
    public bool PressesTwice { get; set; }

    /// <summary>Keeps the trigger pressed and the head on the skin, whatever the lamp says.</summary>
    public bool Holds { get; set; }

    /// <summary>Puts the head on the zone whose tag is one above the lamp's.</summary>
    public bool Astray { get; set; }

    /// <summary>Lifts the device, once.</summary>
    public void Lift() => _lifts = true;

    internal bool TakeLift()
    {
        var lifts = _lifts;
        _lifts = false;
        return lifts;
    }
}
