using System.IO.MemoryMappedFiles;
using System.Security.Cryptography;
using System.Text;

namespace MesoPen.Gpio;

/// <summary>
/// What an absolute encoder and a cartridge counter would keep: steps of both axes, which cartridge is in, where it ends. Mapped,
/// so that the kernel keeps
/// each change however the process ends. A power cut of the computer may lose the last second; then, and after a gap in which nobody
/// watched the cartridge, the cartridge counts as another one: it must be primed anew, and a shot that was under way counts as whole.
/// </summary>
internal sealed class AxesFile : IDisposable
{
    private const int Size = 4096;
    private const long Mark = 0x3153_4558_4150_4D4D;
    private const int MarkAt = 0, NeedleAt = 8, PlungerAt = 16, EndAt = 24, CartridgeAt = 32, PresentAt = 36, AliveAt = 40, BootAt = 48;

    private readonly FileStream _stream;
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _memory;

    private AxesFile(FileStream stream)
    {
        _stream = stream;
        _file = Map(stream);
        _memory = _file.CreateViewAccessor(0, Size);
        Needle = new StepCount(_memory, NeedleAt);
        Plunger = new StepCount(_memory, PlungerAt);
    }

    internal StepCount Needle { get; }

    internal StepCount Plunger { get; }

    /// <summary>Count at which the present cartridge is empty.</summary>
    internal long PlungerEnd
    {
        get => _memory.ReadInt64(EndAt);
        set => _memory.Write(EndAt, value);
    }

    /// <summary>Cartridges put in so far.</summary>
    internal uint Cartridges
    {
        get => _memory.ReadUInt32(CartridgeAt);
        set => _memory.Write(CartridgeAt, value);
    }

    /// <summary>Whether one was in when somebody last looked.</summary>
    internal bool CartridgeIn
    {
        get => _memory.ReadBoolean(PresentAt);
        set => _memory.Write(PresentAt, value);
    }

    /// <summary>Whether the file was new.</summary>
    internal bool IsNew { get; private init; }

    /// <summary>Whether somebody watched until a moment ago, in this boot of the computer.</summary>
    internal bool WasWatched { get; private init; }

    /// <summary>Opens the file, or makes it.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="nowMs">The computer's monotonic clock.</param>
    /// <param name="gapMs">How long nobody may have watched.</param>
    /// <exception cref="BoardException">It cannot be opened, or is another file.</exception>
    internal static AxesFile Open(string path, long nowMs, long gapMs)
    {
        try
        {
            FileStream stream = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            using MemoryMappedFile file = Map(stream);
            using MemoryMappedViewAccessor look = file.CreateViewAccessor(0, Size);
            long mark = look.ReadInt64(MarkAt);
            if (mark != 0 && mark != Mark)
            {
                stream.Dispose();
                throw new BoardException($"{path}: this is no file of the axes.");
            }

            long silentMs = nowMs - look.ReadInt64(AliveAt);
            long boot = ThisBoot();
            bool watched = mark == Mark && look.ReadInt64(BootAt) == boot && silentMs >= 0 && silentMs <= gapMs;
            look.Write(MarkAt, Mark);
            look.Write(BootAt, boot);
            return new AxesFile(stream) { IsNew = mark == 0, WasWatched = watched };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BoardException($"{path}: cannot be opened: {e.Message}", e);
        }
    }

    /// <summary>Somebody watches.</summary>
    internal void Watched(long nowMs) => _memory.Write(AliveAt, nowMs);

    /// <summary>Has the disk keep what is there, so that a power cut costs no more than what comes after.</summary>
    internal void Flush() => RandomAccess.FlushToDisk(_stream.SafeFileHandle);

    public void Dispose()
    {
        _memory.Dispose();
        _file.Dispose();
        _stream.Dispose();
    }

    private static MemoryMappedFile Map(FileStream stream) =>
        MemoryMappedFile.CreateFromFile(stream, null, Size, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: true);

    private static long ThisBoot()
    {
        string id = File.ReadAllText("/proc/sys/kernel/random/boot_id");
        return BitConverter.ToInt64(SHA256.HashData(Encoding.ASCII.GetBytes(id)));
    }
}
