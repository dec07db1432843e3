namespace MesoPen.Protocol;

/// <summary>
/// What a frame's payload is: 0x01 to 0x3F a request, 0x81 to 0xBF the reply to it (request + 0x80), 0x40 to 0x5F an event.
/// Values without a name are kept as they came.
/// </summary>
public enum MessageType : byte
{
    /// <summary>Which versions are spoken.</summary>
    Hello = 0x01,

    /// <summary>Who the device is.</summary>
    Identity = 0x02,

    /// <summary>Caps of the firmware.</summary>
    Capabilities = 0x03,

    /// <summary>Status, nothing else.</summary>
    Status = 0x04,

    /// <summary>Grants a permit.</summary>
    PermitGrant = 0x10,

    /// <summary>Renews the lease of the live permit.</summary>
    PermitRenew = 0x11,

    /// <summary>Ends a permit.</summary>
    PermitRevoke = 0x12,

    /// <summary>Stops everything.</summary>
    Stop = 0x13,

    /// <summary>Sets the trigger mode.</summary>
    TriggerMode = 0x14,

    /// <summary>Primes or purges.</summary>
    Prime = 0x15,

    /// <summary>Needle back, plunger still.</summary>
    Retract = 0x16,

    /// <summary>Tests sensors and needle.</summary>
    SelfTest = 0x17,

    /// <summary>Moves one axis to a target.</summary>
    CalibrationMove = 0x18,

    /// <summary>Reads finished shots.</summary>
    JournalRead = 0x20,

    /// <summary>Shots are stored by the host.</summary>
    JournalAck = 0x21,

    /// <summary>Clears the latched fault or stop.</summary>
    FaultClear = 0x22,

    /// <summary>Asks for traces, or for no more of them.</summary>
    TraceSet = 0x23,

    /// <summary>Sets the adjustment that the device holds.</summary>
    CalibrationSet = 0x24,

    /// <summary>A shot has ended.</summary>
    ShotEvent = 0x40,

    /// <summary>State, flags or permit have changed.</summary>
    StateEvent = 0x41,

    /// <summary>A fault or stop has latched.</summary>
    FaultEvent = 0x42,

    /// <summary>What the sensors said since the last one.</summary>
    TraceEvent = 0x43,
}
