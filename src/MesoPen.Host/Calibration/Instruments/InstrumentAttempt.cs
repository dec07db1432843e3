using System.Collections.Immutable;

namespace MesoPen.Host.Calibration;

/// <summary>One way in which a detection tried to speak to an instrument.</summary>
/// <param name="Settings">Line settings, such as 9600-8N1; empty on TCP.</param>
/// <param name="Protocol">The word of the protocol.</param>
/// <param name="Wire">What was sent and what came.</param>
/// <param name="Verdict">What that was, in a few words.</param>
public sealed record InstrumentAttempt(string Settings, string Protocol, ImmutableArray<InstrumentWire> Wire, string Verdict);
