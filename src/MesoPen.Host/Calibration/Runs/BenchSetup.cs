namespace MesoPen.Host.Calibration;

/// <summary>How the bench does a calibration; what it takes to go on after a power cut.</summary>
/// <param name="DeviceAddress">Where the device is.</param>
/// <param name="Instrument">Where the instrument is; null if readings are typed.</param>
/// <param name="Protocol">What it speaks: a word of <c>instruments detect</c>; null if readings are typed.</param>
/// <param name="Needles">Which needles are gauged, from 0: the first so many.</param>
/// <param name="DrainMs">Time between the last shot and the weight after it, so that the last drop falls, ms.</param>
/// <param name="BlankMs">How long a blank lasts, ms.</param>
/// <param name="Adjust">When an adjustment is proposed.</param>
/// <param name="Before">What the device held when it came.</param>
public sealed record BenchSetup(
    string DeviceAddress, string? Instrument, string? Protocol, int Needles, int DrainMs, int BlankMs, AdjustWhen Adjust, HeldScale Before);
