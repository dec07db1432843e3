namespace MesoPen.Host.Calibration.Metrology;

/// <summary>Computes everything that a certificate states from what was recorded, and from nothing else: no clock, no file, no setting.</summary>
public static class CalibrationEvaluation
{
    /// <summary>Version of the rules. A certificate keeps it: figures are computed anew by the rules that they were computed by.</summary>
    public const int Method = 1;

    /// <summary>Computes the result of a calibration. Never throws for readings that are too few: it objects.</summary>
    /// <param name="data">What was recorded.</param>
    public static CalibrationResult Of(CalibrationData data) => throw new NotImplementedException();
}
