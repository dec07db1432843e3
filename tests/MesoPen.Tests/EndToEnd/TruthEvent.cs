namespace MesoPen.Tests.EndToEnd;

/// <summary>An instant of the truth file.</summary>
/// <param name="Name">What happened.</param>
/// <param name="AtMs">Virtual time, ms.</param>
/// <param name="MonoUs">This machine's monotonic clock, µs.</param>
/// <param name="Shot">The stroke under way; 0 if none.</param>
/// <param name="LastFrameMs">Virtual time of the last good frame from the host, ms.</param>
internal sealed record TruthEvent(string Name, long AtMs, long MonoUs, uint Shot, long LastFrameMs);
