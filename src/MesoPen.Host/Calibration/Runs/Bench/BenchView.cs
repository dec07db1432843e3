namespace MesoPen.Host.Calibration;

/// <summary>The station's bench as it stands, for a page that looks every second.</summary>
/// <param name="CalibrationId">The calibration that is open at this station; null if none is.</param>
/// <param name="Working">Whether the bench is at it now.</param>
/// <param name="Progress">Where it is; null before it begins.</param>
/// <param name="Asks">What a person is asked; null if nobody is.</param>
/// <param name="Rests">Why it rests; null while it works, and before.</param>
/// <param name="RestsText">The same as a sentence.</param>
public sealed record BenchView(string? CalibrationId, bool Working, BenchProgress? Progress, BenchQuestion? Asks, BenchOutcome? Rests, string? RestsText);
