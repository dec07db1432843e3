using MesoPen.Protocol;

namespace MesoPen.Hil;

/// <summary>A permit as it stands in the bytes.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Zone">Zone tag.</param>
/// <param name="Trigger">Trigger mode, 0 to 2.</param>
/// <param name="DepthUm">Along the needle, µm.</param>
/// <param name="DoseNl">Each shot, nL.</param>
/// <param name="ShotLimit">Lifetime index that no shot may pass.</param>
/// <param name="VolumeLimitNl">Lifetime volume that no shot may pass, nL.</param>
/// <param name="MinIntervalMs">From shot to shot, ms.</param>
/// <param name="LeaseMs">Its lease, ms.</param>
/// <param name="SeenDeviceMs">From when the lease counts, on the device's clock, ms.</param>
internal sealed record WirePermit(
    uint Id, ushort Zone, int Trigger, long DepthUm, long DoseNl, uint ShotLimit, ulong VolumeLimitNl, int MinIntervalMs, int LeaseMs, uint SeenDeviceMs)
{
    /// <summary>On the device's clock, ms.</summary>
    public long LeaseEndMs { get; set; } = SeenDeviceMs + (long)Math.Min(LeaseMs, LeaseMaxMs);

    /// <summary>No lease is longer, whatever a frame says, ms (hardware/protocol.md, section 7).</summary>
    public const int LeaseMaxMs = 250;

    /// <summary>Reads the 36 bytes of a grant, by hardware/protocol.md, 0x10.</summary>
    public static WirePermit Read(in WireFrame grant) => new(
        grant.U32(0), grant.U16(4), grant.U8(6), grant.U32(8), grant.U32(12), grant.U32(16), grant.U64(20), grant.U16(28), grant.U16(30), grant.U32(32));
}
