using MesoPen.Firmware;
using Microsoft.Win32.SafeHandles;

namespace MesoPen.Simulator;

/// <summary>
/// Non-volatile memory in a file. Each write is handed to the operating system before it returns, so it outlives the process however that
/// ends; only a power cut of the machine that simulates could lose it.
/// </summary>
public sealed class NvmFile : INonVolatile, IDisposable
{
    private readonly SafeFileHandle _file;

    private NvmFile(SafeFileHandle file) => _file = file;

    /// <inheritdoc/>
    public int Length => RamMemory.DefaultLength;

    /// <summary>Opens the file, or makes it, erased. Throws <see cref="SimulatorInputException"/>.</summary>
    public static NvmFile Open(string path)
    {
        SafeFileHandle file;
        try
        {
            file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SimulatorInputException($"--nvm {path}: cannot be opened: {e.Message}", e);
        }

        var length = RandomAccess.GetLength(file);
        if (length == 0)
        {
            var erased = new byte[RamMemory.DefaultLength];
            Array.Fill(erased, (byte)0xFF);
            RandomAccess.Write(file, erased, 0);
        }
        else if (length != RamMemory.DefaultLength)
        {
            file.Dispose();
            throw new SimulatorInputException(
                $"--nvm {path}: has {length} bytes, but a device's memory has {RamMemory.DefaultLength}; this is another file.");
        }

        return new NvmFile(file);
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
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
