namespace MesoPen.Host.Calibration;

/// <summary>What is calibrated.</summary>
public enum CalibrationKind
{
    /// <summary>The volume that the plunger delivers, by weighing water.</summary>
    Volume,

    /// <summary>How far the needle comes out, by a gauge.</summary>
    Depth,

    /// <summary>The pressure at which the device says that the way out is blocked.</summary>
    Occlusion,
}
