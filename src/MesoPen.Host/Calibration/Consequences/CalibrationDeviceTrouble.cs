namespace MesoPen.Host.Calibration;

/// <summary>Why a device on the bench did not do what it was asked.</summary>
public enum CalibrationDeviceTrouble
{
    /// <summary>It is not connected, and did not come back in time. The call may be made again.</summary>
    Away,

    /// <summary>It must not be used: another device, another version.</summary>
    NotThisDevice,

    /// <summary>Its firmware does not know the request.</summary>
    TooOld,

    /// <summary>It refused: a value out of its range, contact with something, no cartridge.</summary>
    Refused,

    /// <summary>A fault or a stop is latched.</summary>
    Faulted,

    /// <summary>It was reset: what it had dispensed counts from 0 again.</summary>
    Reset,

    /// <summary>A move ended before its target, more than once.</summary>
    EndedEarly,
}
