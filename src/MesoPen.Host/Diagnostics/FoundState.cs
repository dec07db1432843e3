namespace MesoPen.Host.Diagnostics;

/// <summary>What was found at an address.</summary>
public enum FoundState
{
    /// <summary>A device that answers and can be used.</summary>
    Usable,

    /// <summary>A device that answers and must not be used.</summary>
    Refused,

    /// <summary>A port that opens, and nothing there speaks the protocol.</summary>
    Silent,

    /// <summary>It cannot be opened.</summary>
    Closed,

    /// <summary>This very program treats with it: it was left alone.</summary>
    InUse,
}
