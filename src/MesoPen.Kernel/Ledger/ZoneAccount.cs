namespace MesoPen.Kernel;

/// <summary>What one zone has had.</summary>
public sealed class ZoneAccount
{
    /// <summary>Shots that delivered the whole dose or part of it.</summary>
    public int DeliveredShots { get; internal set; }

    /// <summary>Volume of these.</summary>
    public Volume Delivered { get; internal set; }

    /// <summary>Shots that nobody knows of and that no open permit covers: only a person can settle them.</summary>
    public int UnknownShots { get; internal set; }

    /// <summary>Whole doses of these.</summary>
    public Volume Unknown { get; internal set; }

    /// <summary>Shots that delivered nothing.</summary>
    public int NotDeliveredShots { get; internal set; }

    /// <summary>Shots that fell short of their dose.</summary>
    public int PartialShots { get; internal set; }
}
