namespace MesoPen.Kernel.Tests.ModelCheck;

/// <summary>One state of the whole model.</summary>
internal sealed record Situation(SessionNode Session, Gun Gun, Wires Wires, HostSide Host, DiskNode Disk);
