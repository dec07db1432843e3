using System.Collections.Immutable;

namespace MesoPen.Host.Calibration;

/// <summary>What a detection found at one address.</summary>
/// <param name="Asked">The address that was asked.</param>
/// <param name="Found">The whole address of the instrument that is there; null if none was found.</param>
/// <param name="Identity">Who it says that it is; null if none was found.</param>
/// <param name="Shows">What it showed; null if none was found.</param>
/// <param name="Attempts">All that was tried, in order.</param>
/// <param name="Sentence">What was found, or what to check.</param>
public sealed record InstrumentFinding(
    InstrumentAddress Asked, InstrumentAddress? Found, InstrumentIdentity? Identity, InstrumentReading? Shows,
    ImmutableArray<InstrumentAttempt> Attempts, string Sentence);
