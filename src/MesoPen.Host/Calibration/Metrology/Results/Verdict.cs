namespace MesoPen.Host.Calibration.Metrology;

/// <summary>What a result says under a decision rule, from best to worst.</summary>
public enum Verdict
{
    /// <summary>Within the limit.</summary>
    Pass,

    /// <summary>Within the limit, but not beyond doubt.</summary>
    ConditionalPass,

    /// <summary>Beyond the limit, but not beyond doubt.</summary>
    ConditionalFail,

    /// <summary>Beyond the limit.</summary>
    Fail,

    /// <summary>There is too little to say.</summary>
    Undecided,
}
