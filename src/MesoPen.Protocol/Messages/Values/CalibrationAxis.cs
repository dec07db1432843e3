namespace MesoPen.Protocol;

/// <summary>What a calibration move moves.</summary>
public enum CalibrationAxis : byte
{
    /// <summary>The needle; target in µm from home.</summary>
    Needle = 0,

    /// <summary>The plunger; target in nL dispensed since boot by calibration moves.</summary>
    Plunger = 1,
}
