namespace MesoPen.Host.Diagnostics;

/// <summary>Where this computer shows itself: the kernel's trees, and two questions to the file system. Tests put a tree of their own here.</summary>
public sealed record SystemView
{
    /// <summary>This computer.</summary>
    public static SystemView Local { get; } = new();

    /// <summary>The kernel's devices and drivers.</summary>
    public string Sys { get; init; } = "/sys";

    /// <summary>Device nodes.</summary>
    public string Dev { get; init; } = "/dev";

    /// <summary>Processes.</summary>
    public string Proc { get; init; } = "/proc";

    /// <summary>What runs since boot says about itself.</summary>
    public string Run { get; init; } = "/run";

    /// <summary>Whether this user may read and write a node.</summary>
    public Func<string, bool> MayOpen { get; init; } = PortAccess.MayReadAndWrite;

    /// <summary>Bytes that this user may still write where a folder is.</summary>
    public Func<string, long> FreeBytes { get; init; } = static folder => new DriveInfo(folder).AvailableFreeSpace;
}
