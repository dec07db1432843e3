namespace MesoPen.Kernel;

/// <summary>What the device is doing. Numbers as on the wire (hardware/protocol.md, status).</summary>
public enum DeviceCondition
{
    /// <summary>Nothing.</summary>
    Idle = 0,
    /// <summary>A permit is live.</summary>
    Armed = 1,
    /// <summary>A shot is under way.</summary>
    Delivering = 2,
    /// <summary>Filling the line.</summary>
    Priming = 3,
    /// <summary>Self-test, calibration or retract.</summary>
    Moving = 4,
    /// <summary>Stopped, latched.</summary>
    Stopped = 5,
    /// <summary>Faulted, latched.</summary>
    Faulted = 6,
}
