namespace MesoPen.Simulator;

/// <summary>What is wrong with the machine at present. Each value is physics: the firmware is never told.</summary>
public sealed class PlantDefects
{
    private readonly Chatter _contact = new();
    private readonly Chatter _trigger = new();
    private int _lostUm;
    private int _closedMs;
    private long _ms;

    /// <summary>Whether anything ever was wrong: a sound machine is not asked about the rest.</summary>
    public bool Any { get; private set; }

    /// <summary>Every bore is blocked.</summary>
    public bool Occluded { get; set => field = Put(value); }

    /// <summary>The bores close, in how many ms from sound to blocked; 0 is sound.</summary>
    public int OcclusionBuildsMs { get; set => field = Put(value); }

    /// <summary>The plunger's drive is blocked.</summary>
    public bool PlungerStalled { get; set => field = Put(value); }

    /// <summary>How far the plunger's drive gets ahead before the plunger gives way, nL; 0 is sound.</summary>
    public int PlungerStickNl { get; set => field = Put(value); }

    /// <summary>Thousandths of what the plunger displaces that are lost before the tips.</summary>
    public int LeakPermille { get; set => field = Put(value); }

    /// <summary>The needle's carriage is jammed where it is.</summary>
    public bool NeedleStuck { get; set => field = Put(value); }

    /// <summary>The needle's carriage jams when it should come back.</summary>
    public bool NeedleJamsOut { get; set => field = Put(value); }

    /// <summary>The trigger's switch is welded.</summary>
    public bool TriggerStuck { get; set => field = Sense(value); }

    /// <summary>The trigger's switch chatters for so long, now and after each change, ms.</summary>
    public int TriggerBounceMs { get => _trigger.ForMs; set => _trigger.ForMs = Sense(value); }

    /// <summary>The head is off the skin, whatever the operator does.</summary>
    public bool Lifted { get; set => field = Put(value); }

    /// <summary>The contact sensor says contact, whatever is.</summary>
    public bool ContactStuck { get; set => field = Sense(value); }

    /// <summary>The contact sensor chatters for so long, now and after each change, ms.</summary>
    public int ContactBounceMs { get => _contact.ForMs; set => _contact.ForMs = Sense(value); }

    /// <summary>The pressure sensor says this, whatever is, kPa.</summary>
    public int? PressureStuckKpa { get; set => field = Sense(value); }

    /// <summary>The pressure sensor is wrong by up to this, either way, kPa.</summary>
    public int PressureNoiseKpa { get; set => field = Sense(value); }

    /// <summary>By how many thousandths the plunger displaces more than its encoder says.</summary>
    public int OverfeedPermille { get; set => field = Put(value); }

    /// <summary>By how many thousandths the tips go deeper than the needle's encoder says.</summary>
    public int OverreachPermille { get; set => field = Put(value); }

    /// <summary>The device's temperature, if not the profile's, hundredths of a degree Celsius.</summary>
    public int? TemperatureCc { get; set; }

    /// <summary>The battery's charge, if not what use has left of it, thousandths.</summary>
    public int? BatteryPermille { get; set; }

    /// <summary>Whether a switch or sensor ever said something else than is.</summary>
    internal bool InSenses { get; private set; }

    /// <summary>What is open of the bores, 0 to 1.</summary>
    internal double Open { get; private set; } = 1;

    /// <summary>The needle's motor turns without the carriage, once, µm.</summary>
    public void LoseNeedleSteps(int um) => _lostUm += Put(um);

    internal int TakeLostUm()
    {
        var lost = _lostUm;
        _lostUm = 0;
        return lost;
    }

    /// <summary>A millisecond passes.</summary>
    internal void Pass(long ms, bool touches, bool finger)
    {
        _ms = ms;
        _contact.Pass(touches, ms);
        _trigger.Pass(finger, ms);
        _closedMs = OcclusionBuildsMs == 0 ? 0 : Math.Min(_closedMs + 1, OcclusionBuildsMs);
        Open = Occluded ? 0 : OcclusionBuildsMs == 0 ? 1 : 1 - (double)_closedMs / OcclusionBuildsMs;
    }

    internal bool Contact(bool touches) => ContactStuck || _contact.Says(touches, _ms);

    internal bool Trigger(bool finger) => TriggerStuck || _trigger.Says(finger, _ms);

    /// <summary>What the sensor says. Its noise follows from the time alone, so that reading it twice gives the same.</summary>
    internal int PressureKpa(int lineKpa)
    {
        var noise = PressureNoiseKpa == 0 ? 0 : new SeededChance((ulong)_ms).Between(-PressureNoiseKpa, PressureNoiseKpa);
        return (PressureStuckKpa ?? lineKpa) + noise;
    }

    private T Put<T>(T value)
    {
        Any = true;
        return value;
    }

    private T Sense<T>(T value)
    {
        InSenses = true;
        return Put(value);
    }
}
