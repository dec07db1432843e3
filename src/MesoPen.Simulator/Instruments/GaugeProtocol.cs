namespace MesoPen.Simulator;

/// <summary>How a virtual gauge speaks.</summary>
public enum GaugeProtocol
{
    /// <summary>A letter is answered by channel, sign and eight characters.</summary>
    Mitutoyo,

    /// <summary>A question mark is answered by a decimal and its unit.</summary>
    Mahr,

    /// <summary>R is answered by thirteen characters.</summary>
    Starrett,
}
