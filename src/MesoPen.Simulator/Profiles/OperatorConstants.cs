namespace MesoPen.Simulator;

/// <summary>Whoever holds the device.</summary>
/// <param name="PressesPerS">Points treated a second while nothing holds them up.</param>
/// <param name="ContactForceMinMn">Lightest press on the skin, mN.</param>
/// <param name="ContactForceMaxMn">Hardest press on the skin, mN.</param>
/// <param name="SpacingUm">Of the points on the skin, µm.</param>
/// <param name="ZoneChangeMs">To go to another zone, ms.</param>
/// <param name="CartridgeChangeMs">To change an empty cartridge, ms.</param>
public sealed record OperatorConstants(
    int PressesPerS, int ContactForceMinMn, int ContactForceMaxMn, int SpacingUm, int ZoneChangeMs, int CartridgeChangeMs);
