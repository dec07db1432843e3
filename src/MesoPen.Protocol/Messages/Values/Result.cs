namespace MesoPen.Protocol;

/// <summary>Done, or why not. Values without a name are kept as they came.</summary>
public enum Result : ushort
{
    /// <summary>Done, or under way.</summary>
    Ok = 0,

    /// <summary>This id was applied before; nothing was done again. Not an error.</summary>
    Already = 1,

    /// <summary>No version in common, or the header's version is not the agreed one.</summary>
    BadVersion = 2,

    /// <summary>The boot id is not this boot's.</summary>
    WrongBoot = 3,

    /// <summary>Payload too short, or a field outside its type's values.</summary>
    Malformed = 4,

    /// <summary>No such request.</summary>
    Unknown = 5,

    /// <summary>Not while in this state.</summary>
    WrongState = 6,

    /// <summary>An id lower than one already seen.</summary>
    StaleId = 7,

    /// <summary>Depth outside the caps.</summary>
    DepthCap = 8,

    /// <summary>Dose or volume outside the caps, or not a multiple of the step.</summary>
    DoseCap = 9,

    /// <summary>Minimum interval below the cap.</summary>
    IntervalCap = 10,

    /// <summary>Lease is 0 or above the cap.</summary>
    LeaseCap = 11,

    /// <summary>Shot limit too far ahead of the counter.</summary>
    ShotLimitCap = 12,

    /// <summary>Volume limit too far ahead of the counter.</summary>
    VolumeLimitCap = 13,

    /// <summary>The permit's trigger mode is not the one set.</summary>
    ModeMismatch = 14,

    /// <summary>The device time that the host saw is a lease or more in the past.</summary>
    TimeStale = 15,

    /// <summary>It is later than the device's clock.</summary>
    TimeFuture = 16,

    /// <summary>The head touches skin.</summary>
    InContact = 17,

    /// <summary>Self-test not passed, not primed, or no cartridge.</summary>
    NotReady = 18,

    /// <summary>A fault or stop is latched.</summary>
    Faulted = 19,

    /// <summary>The journal has no room for the shots that the permit allows.</summary>
    JournalFull = 20,

    /// <summary>Not the number of the latched fault.</summary>
    NoSuchFault = 21,

    /// <summary>The fault's cause is still there.</summary>
    CauseRemains = 22,

    /// <summary>A target, mode or journal index that does not exist.</summary>
    OutOfRange = 23,
}
