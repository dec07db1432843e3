namespace MesoPen.Protocol;

/// <summary>What fluid is moved for.</summary>
public enum PrimePurpose : byte
{
    /// <summary>To fill the needles.</summary>
    Prime = 0,

    /// <summary>To push out what is left.</summary>
    Purge = 1,
}
