namespace MesoPen.Host.Calibration;

/// <summary>Why the bench rests.</summary>
public enum BenchOutcome
{
    /// <summary>All is measured.</summary>
    Ended,

    /// <summary>A second person has to accept the adjustment, or decline it.</summary>
    AwaitsAcceptance,

    /// <summary>The calibration was given up.</summary>
    Aborted,

    /// <summary>Device or instrument is away. The calibration is open and can go on.</summary>
    Away,

    /// <summary>The device has a fault, or must not be used, and nobody is there to see to it. The calibration is open and can go on.</summary>
    Faulted,

    /// <summary>Something is asked of a person, and nobody is there. The calibration is open and can go on.</summary>
    NobodyThere,

    /// <summary>The bench was told to rest. The calibration is open and can go on.</summary>
    Stopped,
}
