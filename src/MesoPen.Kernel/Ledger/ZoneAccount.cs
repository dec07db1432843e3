namespace MesoPen.Kernel;

/// <summary>What one zone has had.</summary>
public sealed class ZoneAccount
{
    /// <summary>Shots that delivered the whole dose or part of it, and those that a person took over as delivered.</summary>
    public int DeliveredShots { get; internal set; }

    /// <summary>Volume of these.</summary>
    public Volume Delivered { get; internal set; }

    /// <summary>Shots that the device's journal has lost: only a person can settle them.</summary>
    public int UnknownShots { get; internal set; }

    /// <summary>Whole doses of these.</summary>
    public Volume Unknown { get; internal set; }

    /// <summary>Shots that delivered nothing.</summary>
    public int NotDeliveredShots { get; internal set; }

    /// <summary>Shots that fell short of their dose.</summary>
    public int PartialShots { get; internal set; }
}
