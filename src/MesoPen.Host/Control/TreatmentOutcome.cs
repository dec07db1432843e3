namespace MesoPen.Host.Control;

/// <summary>How a run of <c>mesopen treat</c> ended. The numbers are its exit codes (docs/operating.md).</summary>
public enum TreatmentOutcome
{
    /// <summary>Every zone had its points.</summary>
    Completed = 0,

    /// <summary>A limit, or something that must hold before arming, refused it.</summary>
    Refused = 3,

    /// <summary>The device faulted, or must not be used.</summary>
    Faulted = 4,

    /// <summary>A person stopped it.</summary>
    Stopped = 5,

    /// <summary>The device was not found, or not found again, in time.</summary>
    LinkLost = 6,
}
