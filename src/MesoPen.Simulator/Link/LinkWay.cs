namespace MesoPen.Simulator;

/// <summary>Which way a frame goes.</summary>
public enum LinkWay
{
    /// <summary>From host to device.</summary>
    ToDevice = 0,

    /// <summary>From device to host.</summary>
    ToHost = 1,
}
