namespace MesoPen.Hil;

/// <summary>A permit as the device heard it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Zone">Zone tag.</param>
/// <param name="DepthUm">Along the needle, µm.</param>
/// <param name="DoseNl">Each shot, nL.</param>
/// <param name="ShotLimit">Lifetime index that no shot may pass.</param>
/// <param name="VolumeLimitNl">Lifetime volume that no shot may pass, nL.</param>
/// <param name="LeaseMs">Its lease, ms.</param>
/// <param name="MinIntervalMs">From shot to shot, ms.</param>
internal sealed record WirePermit(uint Id, ushort Zone, long DepthUm, long DoseNl, uint ShotLimit, ulong VolumeLimitNl, int LeaseMs, int MinIntervalMs)
{
    /// <summary>On the device's clock, ms.</summary>
    public long LeaseEndMs { get; set; }
}
