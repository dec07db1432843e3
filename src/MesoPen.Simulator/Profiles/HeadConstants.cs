namespace MesoPen.Simulator;

/// <summary>The needles and the line before them.</summary>
/// <param name="BoreUm">Inner diameter of each needle, µm.</param>
/// <param name="LengthUm">Length of each needle's bore, µm.</param>
/// <param name="DeadVolumeNl">Volume between cartridge and tips, air after a cartridge change, nL.</param>
public sealed record HeadConstants(int BoreUm, int LengthUm, int DeadVolumeNl);
