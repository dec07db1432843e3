namespace MesoPen.Simulator;

/// <summary>How a virtual balance speaks.</summary>
public enum BalanceProtocol
{
    /// <summary>MT-SICS.</summary>
    MtSics,

    /// <summary>SBI, lines of 16 characters.</summary>
    Sbi,

    /// <summary>SBI, lines of 22 characters.</summary>
    Sbi22,

    /// <summary>Radwag.</summary>
    Radwag,
}
