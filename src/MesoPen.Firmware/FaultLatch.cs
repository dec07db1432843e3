using MesoPen.Protocol;

namespace MesoPen.Firmware;

/// <summary>
/// Holds one fault or stop until it is cleared. The first stays, unless a graver one comes: a fault is graver than a stop, and
/// one that only service can clear is graver than any other.
/// </summary>
internal sealed class FaultLatch
{
    /// <summary>The latched fault, or none.</summary>
    internal DeviceFault Fault { get; private set; }

    /// <summary>Counts faults and stops within this boot.</summary>
    internal uint Seq { get; private set; }

    /// <summary>Whether anything is latched.</summary>
    internal bool Latched => Fault != DeviceFault.None;

    /// <summary>Whether a stop is latched and not a fault.</summary>
    internal bool Stopped => IsStop(Fault);

    /// <summary>Whether what is latched has not been told yet.</summary>
    internal bool Untold { get; private set; }

    internal static bool IsStop(DeviceFault fault) => fault is DeviceFault.StopRequested or DeviceFault.StopButton;

    /// <summary>Whether only service, and in this boot nothing, clears a fault.</summary>
    internal static bool IsForService(DeviceFault fault) => fault is DeviceFault.NonVolatileFailed or DeviceFault.OverDelivery;

    /// <summary>Latches a fault, unless one as grave is latched. Gives whether it did.</summary>
    internal bool Raise(DeviceFault fault)
    {
        if (GravityOf(fault) <= GravityOf(Fault))
        {
            return false;
        }

        Fault = fault;
        Seq = unchecked(Seq + 1);
        Untold = true;
        return true;
    }

    /// <summary>Lets go of what is latched.</summary>
    internal void Clear()
    {
        Fault = DeviceFault.None;
        Untold = false;
    }

    /// <summary>The fault event was sent.</summary>
    internal void Told() => Untold = false;

    private static int GravityOf(DeviceFault fault)
    {
        if (fault == DeviceFault.None)
        {
            return 0;
        }

        if (IsStop(fault))
        {
            return 1;
        }

        return IsForService(fault) ? 3 : 2;
    }
}
