namespace MesoPen.Kernel;

/// <summary>What one zone is to get.</summary>
/// <param name="Tag">Its number on the wire and in the device's journal, from 1, unique in the plan.</param>
/// <param name="Zone">Zone id of the catalogue, such as cheek.left.</param>
/// <param name="Points">Points to treat: one shot each.</param>
/// <param name="NeedleLength">Insertion along the needle.</param>
/// <param name="AngleDeg">Angle of the needle to the skin, 1 to 90 whole degrees.</param>
/// <param name="Dose">Dose of one shot for the whole head.</param>
/// <param name="Trigger">Trigger mode.</param>
/// <param name="MinIntervalMs">Shortest time from shot to shot, ms.</param>
public sealed record ZonePlan(
    ushort Tag, string Zone, int Points, Depth NeedleLength, int AngleDeg, Volume Dose, ShotTrigger Trigger, int MinIntervalMs)
{
    /// <summary>Vertical depth: sin(angle) × length, rounded up.</summary>
    public Depth TissueDepth => Depth.Below(NeedleLength, AngleDeg);
    /// <summary>Volume of all points.</summary>
    public Volume Total => Dose * Points;

    /// <summary>Whether a device could be asked for it: bounds far beyond any treatment, within which no sum of the kernel overflows.</summary>
    internal bool IsSound => Tag > 0 && Points is >= 0 and <= 100_000 && NeedleLength.Um > 0 && AngleDeg is >= 1 and <= 90
        && Dose.Nl is > 0 and <= 100_000_000 && MinIntervalMs is >= 0 and <= ushort.MaxValue && Enum.IsDefined(Trigger);
}
