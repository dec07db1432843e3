namespace MesoPen.Host.Calibration;

/// <summary>Where the bench is.</summary>
/// <param name="CalibrationId">Which calibration.</param>
/// <param name="Phase">How far it has come.</param>
/// <param name="Doing">What it does now, in a few words.</param>
/// <param name="Done">Tasks of the present series that are done.</param>
/// <param name="Total">Tasks of the present series.</param>
/// <param name="SecondsLeft">Time that the rest of the series should take, s; null before the first is done.</param>
/// <param name="Shown">What the instrument showed last, ng or nm; null if nothing yet.</param>
/// <param name="ShownStable">Whether that was at rest.</param>
/// <param name="Notice">The last thing worth saying: a refused reading, a cable that was out.</param>
public sealed record BenchProgress(
    string CalibrationId, CalibrationPhase Phase, string Doing, int Done, int Total, int? SecondsLeft, long? Shown, bool ShownStable, string? Notice);
