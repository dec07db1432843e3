using MesoPen.Firmware;
using Microsoft.Win32.SafeHandles;

namespace MesoPen.Gpio;

/// <summary>The device's non-volatile memory in a file. Each write is on the disk before it returns.</summary>
internal sealed class DeviceMemoryFile : INonVolatile, IDisposable
{
    private readonly SafeFileHandle _file;

    private DeviceMemoryFile(SafeFileHandle file, int length) => (_file, Length) = (file, length);

    /// <inheritdoc/>
    public int Length { get; }

    /// <summary>Opens the file, or makes it, erased.</summary>
    /// <exception cref="BoardException">It cannot be opened, or is another device's.</exception>
    internal static DeviceMemoryFile Open(string path, int length)
    {
        try
        {
            // One process at a time: the lock ends with it.
            SafeFileHandle file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            long there = RandomAccess.GetLength(file);
            if (there == 0)
            {
                byte[] erased = new byte[length];
                Array.Fill(erased, (byte)0xFF);
                RandomAccess.Write(file, erased, 0);
                RandomAccess.FlushToDisk(file);
            }
            else if (there < length)
            {
                file.Dispose();
                throw new BoardException($"{path}: has {there} bytes, but this device's memory has {length}; it is another device's.");
            }

            return new DeviceMemoryFile(file, length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BoardException($"{path}: cannot be opened: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public void Read(int offset, Span<byte> destination)
    {
        if (RandomAccess.Read(_file, destination, offset) != destination.Length)
        {
            throw new IOException("The device's memory file is shorter than it was.");
        }
    }

    /// <inheritdoc/>
    public void Write(int offset, ReadOnlySpan<byte> source)
    {
        if (offset < 0 || offset + source.Length > Length)
        {
            throw new IOException($"The device's memory has {Length} bytes; a write at {offset} of {source.Length} is beyond it.");
        }

        RandomAccess.Write(_file, source, offset);
        RandomAccess.FlushToDisk(_file);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
