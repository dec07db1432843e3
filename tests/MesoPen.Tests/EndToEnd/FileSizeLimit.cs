using System.Runtime.InteropServices;

namespace MesoPen.Tests.EndToEnd;

/// <summary>Keeps the files of a running host from growing, by its own limit: a full disk for that process alone, without rights.</summary>
internal static partial class FileSizeLimit
{
    private const int FileSize = 1;

    /// <summary>Starts a treatment in a shell that ignores the signal that would end it at the limit; then a write fails instead.</summary>
    public static RunningProgram Start(TreatmentRoom room) => room.Keep(RunningProgram.StartAny(
        "/bin/bash",
        "-c", "trap '' XFSZ; exec \"$0\" \"$@\"", Path.Combine(AppContext.BaseDirectory, "mesopen"),
        "treat", room.Plan, "--device", room.Address, "--data", room.Data, "--yes", "--json"));

    /// <summary>From now on nothing is written beyond the present size of the journal's log.</summary>
    public static void Set(RunningProgram host, TreatmentRoom room) =>
        Apply(host, new Limits((ulong)new FileInfo(Path.Combine(room.Data, "journal.db-wal")).Length, ulong.MaxValue));

    /// <summary>Lets the files grow again.</summary>
    public static void Lift(RunningProgram host) => Apply(host, new Limits(ulong.MaxValue, ulong.MaxValue));

    private static void Apply(RunningProgram host, Limits limits) => Assert.Equal(0, ProcessLimit(host.Id, FileSize, in limits, 0));

    [LibraryImport("libc", EntryPoint = "prlimit", SetLastError = true)]
    private static partial int ProcessLimit(int process, int resource, in Limits now, nint before);

    private readonly struct Limits(ulong soft, ulong hard)
    {
        public readonly ulong Soft = soft;
        public readonly ulong Hard = hard;
    }
}
