namespace MesoPen.Protocol;

/// <summary>How a shot ended.</summary>
public enum ShotOutcome : byte
{
    /// <summary>The whole dose.</summary>
    Delivered = 1,

    /// <summary>Some of the dose.</summary>
    Partial = 2,

    /// <summary>Nothing.</summary>
    NotDelivered = 3,
}
