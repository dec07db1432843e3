namespace MesoPen.Host.Exchange;

/// <summary>Whether a device may be trusted in one quantity. Words of FHIR's metric-calibration-state.</summary>
internal enum CalibrationState
{
    /// <summary>Never calibrated.</summary>
    NotCalibrated,

    /// <summary>Calibrated once, and past its date.</summary>
    CalibrationRequired,

    /// <summary>Calibrated and in date.</summary>
    Calibrated,
}
