using MesoPen.Host.Connection;

namespace MesoPen.Host.Diagnostics;

/// <summary>An address that was looked at, and what is there.</summary>
/// <param name="Address">What to write as <c>--device</c>.</param>
/// <param name="Port">The port, if it is one of this computer's.</param>
/// <param name="State">What was found.</param>
/// <param name="Problem">Why it cannot be used, and what to do; null if it can.</param>
/// <param name="Facts">Who the device is; null if none was identified.</param>
public sealed record FoundDevice(string Address, CandidatePort? Port, FoundState State, string? Problem, DeviceFacts? Facts);
