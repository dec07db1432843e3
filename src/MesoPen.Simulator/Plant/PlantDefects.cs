namespace MesoPen.Simulator;

/// <summary>What is wrong with the machine at present. Each value is physics: the firmware is never told.</summary>
public sealed class PlantDefects
{
    private int _lostUm;

    /// <summary>Every bore is blocked.</summary>
    public bool Occluded { get; set; }

    /// <summary>The plunger's drive is blocked.</summary>
    public bool PlungerStalled { get; set; }

    /// <summary>The needle's carriage is jammed where it is.</summary>
    public bool NeedleStuck { get; set; }

    /// <summary>The trigger's switch is welded.</summary>
    public bool TriggerStuck { get; set; }

    /// <summary>The head is off the skin, whatever the operator does.</summary>
    public bool Lifted { get; set; }

    /// <summary>By how many thousandths the plunger displaces more than its encoder says.</summary>
    public int OverfeedPermille { get; set; }

    /// <summary>By how many thousandths the tips go deeper than the needle's encoder says.</summary>
    public int OverreachPermille { get; set; }

    /// <summary>The device's temperature, if not the profile's, hundredths of a degree Celsius.</summary>
    public int? TemperatureCc { get; set; }

    /// <summary>The battery's charge, if not what use has left of it, thousandths.</summary>
    public int? BatteryPermille { get; set; }

    /// <summary>The needle's motor turns without the carriage, once, µm.</summary>
    public void LoseNeedleSteps(int um) => _lostUm += um;

    internal int TakeLostUm()
    {
        var lost = _lostUm;
        _lostUm = 0;
        return lost;
    }
}
