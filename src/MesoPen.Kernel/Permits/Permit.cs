namespace MesoPen.Kernel;

/// <summary>What the device may do, in absolutes of its lifetime counters. Sending it twice allows nothing more.</summary>
/// <param name="Id">Greater than any before it in this boot.</param>
/// <param name="BootId">The boot of the device it is meant for.</param>
/// <param name="Zone">Tag of the zone.</param>
/// <param name="Trigger">Trigger mode.</param>
/// <param name="NeedleLength">How far the needle goes out along its axis.</param>
/// <param name="Dose">Dose of each shot, whole head.</param>
/// <param name="ShotLimit">The device's shot counter may not pass this.</param>
/// <param name="VolumeLimit">The device's volume counter may not pass this.</param>
/// <param name="MinIntervalMs">From shot to shot, ms.</param>
/// <param name="LeaseMs">How long it lives without a renewal, ms.</param>
public sealed record Permit(
    uint Id, uint BootId, ushort Zone, ShotTrigger Trigger, Depth NeedleLength, Volume Dose,
    uint ShotLimit, Volume VolumeLimit, int MinIntervalMs, int LeaseMs);
