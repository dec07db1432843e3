namespace MesoPen.Kernel;

/// <summary>What is in the cartridge.</summary>
/// <param name="Name">Name on the label.</param>
/// <param name="Lot">Lot number on the label.</param>
/// <param name="ExpiresDay">Last day on which it may be used, days since 1970-01-01.</param>
/// <param name="Loaded">Volume loaded.</param>
public sealed record Product(string Name, string Lot, int ExpiresDay, Volume Loaded);
