namespace MesoPen.Kernel.Tests.Rig;

/// <summary>One shot as it truly was, whatever the device's journal says of it later.</summary>
internal sealed record PaperShot(uint Index, ushort Zone, uint PermitId, uint BootId, int VolumeNl, bool Delivered, bool Partial, int DepthUm);
