namespace MesoPen.Host.Station;

/// <summary>Why something cannot be asked of the station now, or what it waits for: the sentence beside it, for who reads another language.</summary>
public enum StationReason
{
    /// <summary>Not in this state of the session.</summary>
    NotNow,

    /// <summary>Nothing is armed, so nothing can be paused.</summary>
    NothingArmed,

    /// <summary>The device has not passed its self-test.</summary>
    SelfTestFirst,

    /// <summary>The line is to be primed, with this head and cartridge.</summary>
    PrimeFirst,

    /// <summary>No zone has points left.</summary>
    NoPointsLeft,

    /// <summary>Something is needed first: see needed.</summary>
    NeededFirst,

    /// <summary>A zone is armed: pause first.</summary>
    PauseFirst,

    /// <summary>No stop or fault is latched.</summary>
    NothingLatched,

    /// <summary>The device's counters contradict the records.</summary>
    CountersContradict,

    /// <summary>The device is not there to say that it stands still.</summary>
    DeviceAway,

    /// <summary>The device has not said yet that it stands still.</summary>
    NotStill,

    /// <summary>Unknown shots are to be settled first.</summary>
    SettleFirst,

    /// <summary>The last shots are being settled from the device's journal.</summary>
    Settling,

    /// <summary>Connect the device so that its journal says what was given; or stop, and take it over.</summary>
    ConnectOrStop,

    /// <summary>No shot is unknown.</summary>
    NothingUnknown,

    /// <summary>The device that the session began with is to be connected.</summary>
    ConnectSameDevice,

    /// <summary>The device is being sought.</summary>
    DeviceSought,

    /// <summary>The device's journal is being read.</summary>
    ReadingJournal,

    /// <summary>The device is told of the release.</summary>
    Releasing,

    /// <summary>The trigger fires.</summary>
    Armed,

    /// <summary>The line is being filled.</summary>
    Priming,

    /// <summary>A calibration moves the axes.</summary>
    Calibrating,

    /// <summary>The device tests itself.</summary>
    SelfTesting,
}
