namespace MesoPen.Protocol;

/// <summary>What the device is doing.</summary>
public enum DeviceState : byte
{
    /// <summary>Nothing; no permit is live.</summary>
    Idle = 0,

    /// <summary>Waiting for the trigger under a live permit.</summary>
    Armed = 1,

    /// <summary>In a shot.</summary>
    Delivering = 2,

    /// <summary>Priming or purging.</summary>
    Priming = 3,

    /// <summary>Self-test, calibration move or retract.</summary>
    Moving = 4,

    /// <summary>Stopped and latched.</summary>
    Stopped = 5,

    /// <summary>A fault is latched.</summary>
    Faulted = 6,
}
