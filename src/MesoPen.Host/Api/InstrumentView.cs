using System.Collections.Immutable;
using MesoPen.Host.Calibration;

namespace MesoPen.Host.Api;

/// <summary>What was found at an address.</summary>
/// <param name="Address">The whole address of the instrument; null if none was found.</param>
/// <param name="Identity">Who it says that it is.</param>
/// <param name="Shows">What it showed.</param>
/// <param name="Text">What was found, or what to check.</param>
/// <param name="Attempts">All that was tried, with the transcript.</param>
public sealed record InstrumentView(
    string? Address, InstrumentIdentity? Identity, InstrumentReading? Shows, string Text, ImmutableArray<InstrumentAttempt> Attempts);
