using System.Collections.Immutable;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>
/// All figures of one calibration, computed from its <see cref="CalibrationData"/> and from nothing else. No figure is NaN or infinite:
/// where there is none it is null. Volumes are nL for one shot of the whole head, depths µm, pressures kPa.
/// </summary>
/// <param name="Method">Version of the rules that computed it (<see cref="CalibrationEvaluation.Method"/>).</param>
/// <param name="Kind">What was calibrated.</param>
/// <param name="Series">One for each series of the data, in its order.</param>
/// <param name="Adjustment">What the series as found asks for; null for occlusion, and if there is too little to say.</param>
/// <param name="Range">Where the device was found right, in the last series; null if nowhere.</param>
/// <param name="Verdict">That of the last series.</param>
/// <param name="Objections">What speaks against a certificate, or should be said in it.</param>
public sealed record CalibrationResult(
    int Method, CalibrationKind Kind, ImmutableArray<SeriesResult> Series, AdjustmentProposal? Adjustment, CalibratedRange? Range, Verdict Verdict,
    ImmutableArray<Objection> Objections)
{
    /// <summary>Whether nothing forbids a certificate: it may still say "fail".</summary>
    public bool MayBeIssued => !Objections.Any(each => each.Blocks);
}
