namespace MesoPen.Hil;

/// <summary>What a device says that it can do at most, read from the bytes of its capabilities.</summary>
/// <param name="DepthMinUm">Shallowest shot along the needle, µm.</param>
/// <param name="DepthMaxUm">Deepest, µm.</param>
/// <param name="DoseMinNl">Smallest dose, nL.</param>
/// <param name="DoseMaxNl">Largest, nL.</param>
/// <param name="DoseStepNl">Doses are multiples of it, nL.</param>
/// <param name="MinIntervalMs">From shot to shot, ms.</param>
/// <param name="PrimeMaxNl">Largest prime, nL.</param>
internal sealed record DeviceBounds(long DepthMinUm, long DepthMaxUm, long DoseMinNl, long DoseMaxNl, long DoseStepNl, long MinIntervalMs, long PrimeMaxNl)
{
    /// <summary>Reads the 48 bytes of a capabilities reply, by hardware/protocol.md, 0x03.</summary>
    public static DeviceBounds Read(in WireFrame caps) => new(
        caps.U32(10), caps.U32(14), caps.U32(18), caps.U32(22), Math.Max(1, caps.U32(26)), caps.U16(30), caps.U32(42));
}
