namespace MesoPen.Hil;

/// <summary>An instant as the truth file tells it.</summary>
/// <param name="Name">What happened.</param>
/// <param name="AtMs">By the device's own clock, ms.</param>
/// <param name="MonoUs">By the machine's monotonic clock, µs.</param>
/// <param name="Shot">Stroke under way, 0 if none.</param>
/// <param name="LastFrameMs">When the host was last heard, by the device's own clock, ms.</param>
internal sealed record TruthInstantLine(string Name, long AtMs, long MonoUs, uint Shot, long LastFrameMs);
