namespace MesoPen.Host.Calibration;

/// <summary>What an instrument said at one moment: a value, or why there is none.</summary>
/// <param name="Quantity">What it measures.</param>
/// <param name="Value">ng or nm; 0 if there is a problem.</param>
/// <param name="Resolution">The last digit that it shows, ng or nm; 0 if there is a problem.</param>
/// <param name="Stable">Whether it counts as at rest. Only such a value may be recorded in a calibration.</param>
/// <param name="AtUnixMs">When the last byte of it had come.</param>
/// <param name="Raw">The line as it came, readable; empty if none came.</param>
/// <param name="Connection">How often the line was opened so far, from 1: of two readings with different numbers the cable was out between.</param>
/// <param name="Restarts">How often it said that it had just been switched on: of two with different numbers its zero has changed.</param>
/// <param name="Problem">Why there is no value.</param>
/// <param name="Sentence">The problem and its remedy in one sentence; null if there is none.</param>
public sealed record InstrumentReading(
    InstrumentQuantity Quantity, long Value, long Resolution, bool Stable, long AtUnixMs, string Raw, int Connection, int Restarts,
    InstrumentProblem Problem, string? Sentence)
{
    /// <summary>Whether there is a value, at rest or not.</summary>
    public bool HasValue => Problem == InstrumentProblem.None;
}
