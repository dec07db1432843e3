namespace MesoPen.Kernel;

/// <summary>Where a session stands. Offline, Online, Armed and Stopped hold the others; a session is never in these four alone.</summary>
public enum SessionState
{
    /// <summary>Holds Disconnected, Connecting, Reconciling.</summary>
    Offline,
    /// <summary>No link.</summary>
    Disconnected,
    /// <summary>A link is being sought.</summary>
    Connecting,
    /// <summary>The device is known; what happened while nobody listened is being read.</summary>
    Reconciling,
    /// <summary>Holds Standby, Calibrating, Priming, Ready, Armed, Paused.</summary>
    Online,
    /// <summary>Nothing may fire; self-test, prime or calibration may follow.</summary>
    Standby,
    /// <summary>A calibration routine moves the axes, off the skin.</summary>
    Calibrating,
    /// <summary>The line is being filled, off the skin.</summary>
    Priming,
    /// <summary>Tested and primed; a zone may be armed.</summary>
    Ready,
    /// <summary>Holds Waiting and Delivering: a permit is granted.</summary>
    Armed,
    /// <summary>Armed; no shot under way.</summary>
    Waiting,
    /// <summary>Armed; a shot is under way.</summary>
    Delivering,
    /// <summary>The permit ended before the zone did; going on asks for a person.</summary>
    Paused,
    /// <summary>Holds Faulted and EmergencyStopped; latched, over a restart too.</summary>
    Stopped,
    /// <summary>A fault; leaving needs a person, a reason, every shot settled, and the device's word.</summary>
    Faulted,
    /// <summary>Stopped by a person; leaving needs a person, a reason, every shot settled, and the device's word.</summary>
    EmergencyStopped,
}
