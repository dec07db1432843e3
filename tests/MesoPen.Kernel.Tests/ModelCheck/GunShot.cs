namespace MesoPen.Kernel.Tests.ModelCheck;

/// <summary>One shot as it truly was. A lost one is no longer in the device's journal.</summary>
internal sealed record GunShot(uint Index, ushort Zone, uint PermitId, uint Boot, long VolumeNl, long DoseNl, bool Lost = false)
{
    public bool Delivered => VolumeNl > 0;

    public Shot Wire() => new(
        Index, Zone, Delivered ? ShotAnswer.Delivered : ShotAnswer.NotDelivered, Delivered && VolumeNl < DoseNl, new Depth(500), new Volume(VolumeNl),
        PermitId, Boot, 0, 0);
}
