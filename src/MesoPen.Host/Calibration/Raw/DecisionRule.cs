namespace MesoPen.Host.Calibration;

/// <summary>How a result is held against its limit (ILAC-G8:09/2019).</summary>
public enum DecisionRule
{
    /// <summary>Within the limit is a pass; the uncertainty is stated.</summary>
    Simple,

    /// <summary>Within the limit less the expanded uncertainty is a pass.</summary>
    Guarded,

    /// <summary>Pass, conditional pass, conditional fail, fail.</summary>
    FourWay,
}
