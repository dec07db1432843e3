namespace MesoPen.Kernel;

/// <summary>What moves a session from state to state.</summary>
public enum SessionTrigger
{
    /// <summary>A link is sought.</summary>
    Connect,

    /// <summary>A device told who it is.</summary>
    Identify,

    /// <summary>The link is gone.</summary>
    Drop,

    /// <summary>All shots are settled and no permit is live.</summary>
    Reconcile,

    /// <summary>The device is tested and primed.</summary>
    MakeReady,

    /// <summary>The device is not primed any more.</summary>
    LoseReady,

    /// <summary>Fill the line.</summary>
    Prime,

    /// <summary>Priming ended.</summary>
    EndPrime,

    /// <summary>Begin a calibration.</summary>
    Calibrate,

    /// <summary>Calibration ended.</summary>
    EndCalibrate,

    /// <summary>Grant a permit for a zone.</summary>
    Arm,

    /// <summary>A shot began.</summary>
    BeginShot,

    /// <summary>A shot ended.</summary>
    EndShot,

    /// <summary>The zone is done.</summary>
    Disarm,

    /// <summary>End the permit before the zone is done.</summary>
    Pause,

    /// <summary>Stop.</summary>
    Stop,

    /// <summary>A fault latched.</summary>
    Fault,

    /// <summary>A person released the stop or fault.</summary>
    Clear,
}
