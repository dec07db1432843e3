namespace MesoPen.Simulator;

/// <summary>Where a fault acts.</summary>
public enum FaultGroup
{
    /// <summary>On the line between host and device.</summary>
    Link = 0,

    /// <summary>In the device: its power, its memory, its machine, its sensors.</summary>
    Device = 1,

    /// <summary>In the hand that holds the device.</summary>
    Operator = 2,

    /// <summary>In the host's process, disk or clock. The simulator has none of these: a test runner carries them out.</summary>
    Host = 3,
}
