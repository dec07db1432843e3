namespace MesoPen.Host.Calibration.Metrology;

/// <summary>Where the device was found right: the widest run of neighbouring points that pass. Unit: nL, µm or kPa.</summary>
/// <param name="Minimum">Smallest value.</param>
/// <param name="Maximum">Largest value.</param>
/// <param name="LargestExpanded">Largest expanded uncertainty of its points.</param>
public sealed record CalibratedRange(long Minimum, long Maximum, double LargestExpanded);
