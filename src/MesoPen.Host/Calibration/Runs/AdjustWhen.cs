namespace MesoPen.Host.Calibration;

/// <summary>When the bench proposes an adjustment.</summary>
public enum AdjustWhen
{
    /// <summary>If what was found does not pass.</summary>
    Failed,

    /// <summary>Whatever was found.</summary>
    Always,

    /// <summary>Never: the device is measured as it is.</summary>
    Never,
}
