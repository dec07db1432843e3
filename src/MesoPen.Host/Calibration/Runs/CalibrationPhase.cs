namespace MesoPen.Host.Calibration;

/// <summary>How far a calibration has come.</summary>
public enum CalibrationPhase
{
    /// <summary>The device is measured as it came.</summary>
    AsFound,

    /// <summary>A scale is proposed, and waits for a second person.</summary>
    AwaitingAcceptance,

    /// <summary>The accepted scale is not on the device yet.</summary>
    Adjusting,

    /// <summary>The device is measured as it is given back.</summary>
    AsLeft,

    /// <summary>The scale before is not on the device yet.</summary>
    Reverting,

    /// <summary>All is measured.</summary>
    Ended,

    /// <summary>Given up.</summary>
    Aborted,
}
