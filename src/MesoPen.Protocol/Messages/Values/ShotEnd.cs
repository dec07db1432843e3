namespace MesoPen.Protocol;

/// <summary>What may end a shot early and is no fault; stands in <see cref="ShotEntry.Fault"/> beside the faults.</summary>
public static class ShotEnd
{
    /// <summary>Nothing did.</summary>
    public const ushort Complete = 0;

    /// <summary>The trigger was released or contact lost.</summary>
    public const ushort TriggerOrContactLost = 100;

    /// <summary>The lease lapsed or the permit was revoked.</summary>
    public const ushort LapsedOrRevoked = 101;

    /// <summary>The device was reset in mid-shot.</summary>
    public const ushort Reset = 102;
}
