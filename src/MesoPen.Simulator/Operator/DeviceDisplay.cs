using MesoPen.Protocol;

namespace MesoPen.Simulator;

/// <summary>What the device shows to whoever holds it, besides the lamp.</summary>
/// <param name="TriggerMode">The mode set.</param>
/// <param name="AsksForCartridge">It says that the cartridge is empty or missing.</param>
public readonly record struct DeviceDisplay(TriggerMode TriggerMode, bool AsksForCartridge);
