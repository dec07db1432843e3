namespace MesoPen.Simulator;

/// <summary>What becomes of bytes between host and device.</summary>
public enum SimulatedLink
{
    /// <summary>They pass.</summary>
    Up = 0,

    /// <summary>They are lost, and whoever holds the host's end finds it closed.</summary>
    Cut = 1,

    /// <summary>They are lost; the host's end stays open.</summary>
    Silent = 2,
}
