namespace MesoPen.Kernel.Tests.ModelCheck;

/// <summary>Faults planted around the kernel, to see the check find them.</summary>
internal enum Defect
{
    /// <summary>Nothing is planted.</summary>
    None,
    /// <summary>The device takes the limits of a permit as so much more, not as absolutes.</summary>
    LimitsAsIncrements,
    /// <summary>The device takes a permit whose id it has seen revoked.</summary>
    OldIdsTaken,
    /// <summary>The device takes requests that are meant for an earlier boot.</summary>
    BootIgnored,
    /// <summary>The device lets its trigger fire while a stop is latched, and keeps the permit.</summary>
    FiresWhileStopped,
    /// <summary>The device raises the id seen but leaves the revoked permit live.</summary>
    RevokeUnheeded,
    /// <summary>The disk says "written" before it has written.</summary>
    ToldBeforeStored,
    /// <summary>The host sends a permit when its record is handed over, not when it is durable.</summary>
    SentBeforeDurable,
    /// <summary>Shots that only a person can settle are counted as no volume.</summary>
    UnknownAsZero,
    /// <summary>What the open permit still allows is counted as no volume.</summary>
    OpenPermitAsZero,
    /// <summary>The host acknowledges journal entries when it hears them, not when they are stored.</summary>
    AcknowledgedBeforeStored,
    /// <summary>The host takes any answer for the one that it waits for.</summary>
    AnyAnswerTaken,
    /// <summary>A restored session does not know of the stop in its records.</summary>
    LatchForgotten,
    /// <summary>The host tells the kernel of a confirmation that nobody gave.</summary>
    ConfirmedByItself,
}
