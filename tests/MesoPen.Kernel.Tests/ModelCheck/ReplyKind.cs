namespace MesoPen.Kernel.Tests.ModelCheck;

/// <summary>What a message from the device says besides its status.</summary>
internal enum ReplyKind
{
    /// <summary>Nothing.</summary>
    Status,
    /// <summary>Whether a permit was taken.</summary>
    Grant,
    /// <summary>Whether the order to prime was taken.</summary>
    Prime,
    /// <summary>Entries that were asked for.</summary>
    Journal,
    /// <summary>A shot that ended, unasked.</summary>
    ShotEvent,
}
