namespace MesoPen.Host.Calibration.Metrology;

/// <summary>One weighing, as a volume.</summary>
/// <param name="Replicate">From 0.</param>
/// <param name="AtUnixMs">When the second weight was read.</param>
/// <param name="Shots">Shots in it.</param>
/// <param name="MassNg">Difference of the two weights, ng.</param>
/// <param name="EvaporatedNg">What is added for evaporation meanwhile, ng.</param>
/// <param name="Z">Factor at that moment, µL/mg.</param>
/// <param name="VolumeNl">Volume of one shot, nL; at 20 °C if the syringe's expansion is corrected for.</param>
/// <param name="ErrorNl">That less what the device was told for one shot, nL.</param>
public sealed record VolumeReading(
    int Replicate, long AtUnixMs, int Shots, long MassNg, double EvaporatedNg, double Z, double VolumeNl, double ErrorNl);
