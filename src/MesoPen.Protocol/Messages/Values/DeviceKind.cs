namespace MesoPen.Protocol;

/// <summary>What a device says that it is, beside its model. Bits without a name are kept as they came.</summary>
[Flags]
public enum DeviceKind : byte
{
    /// <summary>A real device; what one that does not say it counts as.</summary>
    None = 0,

    /// <summary>Simulated: there is no needle, no product and no patient.</summary>
    Simulated = 1 << 0,
}
