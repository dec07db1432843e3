namespace MesoPen.Simulator;

/// <content>Around the host. The simulator's process has no host in it: a test runner carries these out.</content>
public static partial class FaultCatalogue
{
    /// <summary>The host's process is killed.</summary>
    public const string HostKill = "host.kill";

    /// <summary>The host's process stands still.</summary>
    public const string HostPause = "host.pause";

    /// <summary>The host's wall clock jumps.</summary>
    public const string WallJump = "wall.jump";

    /// <summary>The host's disk takes no more.</summary>
    public const string DiskFull = "disk.full";

    /// <summary>The host's disk is slow.</summary>
    public const string DiskSlow = "disk.slow";

    /// <summary>The host's database is locked.</summary>
    public const string DiskLocked = "disk.locked";

    private static IEnumerable<FaultKind> HostKinds() =>
    [
        Plain(HostKill, FaultGroup.Host, 500, "the host's process is killed without a word, then started again"),
        Plain(HostPause, FaultGroup.Host, 1000, "the host's process stands still, as in a long garbage collection"),
        Valued(WallJump, FaultGroup.Host, (86_400, "s", -31_536_000, 31_536_000), 0, "the host's wall clock jumps by VALUE"),
        Plain(DiskFull, FaultGroup.Host, 5000, "the host's disk takes no more writes"),
        Valued(DiskSlow, FaultGroup.Host, (200, "ms", 1, 60_000), 5000, "each of the host's writes takes VALUE longer"),
        Plain(DiskLocked, FaultGroup.Host, 2000, "the host's database is held by another process"),
    ];
}
