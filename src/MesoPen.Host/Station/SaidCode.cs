namespace MesoPen.Host.Station;

/// <summary>What a sentence of the control path says.</summary>
public enum SaidCode
{
    /// <summary>A stop or fault was latched: number.</summary>
    Fault,

    /// <summary>The device is not heard any more; it stops by itself.</summary>
    LinkLost,

    /// <summary>The device does not answer where it is looked for.</summary>
    NoAnswer,

    /// <summary>Another program has the device's port.</summary>
    PortInUse,

    /// <summary>The device is another one than expected, or must not be used.</summary>
    DeviceRefused,

    /// <summary>The device was reset.</summary>
    DeviceReset,

    /// <summary>Device and needle are at rest: ms after the stop.</summary>
    AtRest,

    /// <summary>The device keeps its fault.</summary>
    DeviceKeepsFault,

    /// <summary>The device refused the permit: device, a word of its answer.</summary>
    PermitRefused,

    /// <summary>The device refused to prime: device, a word of its answer.</summary>
    PrimingRefused,

    /// <summary>Priming ended before the line was full.</summary>
    PrimingEndedEarly,

    /// <summary>Shots are not known.</summary>
    ShotsUnknown,

    /// <summary>A limit: limit, zone, asked, bound, allowed.</summary>
    Limit,

    /// <summary>Records are written again.</summary>
    RecordsAgain,

    /// <summary>Somebody paused: person.</summary>
    Paused,

    /// <summary>The program was told to end.</summary>
    ProgramEnds,

    /// <summary>Another session was opened here, or this one is no longer open.</summary>
    SessionGone,

    /// <summary>The control went from one console to another: to, from.</summary>
    ControlTaken,

    /// <summary>Refused, for something is needed first: action, needed.</summary>
    NeededFirst,

    /// <summary>Refused, not in this state: action, state.</summary>
    NotPossible,

    /// <summary>Refused, for nobody is named: action.</summary>
    NeedsPerson,

    /// <summary>Refused, for another reason that the actions of the station name: action.</summary>
    Refused,
}
