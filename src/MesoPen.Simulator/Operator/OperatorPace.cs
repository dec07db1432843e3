namespace MesoPen.Simulator;

/// <summary>How the simulated operator works.</summary>
public enum OperatorPace
{
    /// <summary>Nobody holds the device.</summary>
    Off = 0,

    /// <summary>A person's times, from the profile.</summary>
    Auto = 1,

    /// <summary>As fast as the device allows.</summary>
    Fast = 2,
}
