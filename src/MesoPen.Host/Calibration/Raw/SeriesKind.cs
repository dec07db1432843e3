namespace MesoPen.Host.Calibration;

/// <summary>Before or after an adjustment.</summary>
public enum SeriesKind
{
    /// <summary>As the device was when it came.</summary>
    AsFound,

    /// <summary>As it is given back.</summary>
    AsLeft,
}
