using Microsoft.Win32.SafeHandles;

namespace MesoPen.Simulator;

/// <summary>The truth file: appended to, never truncated, each line with the operating system before the next millisecond.</summary>
public sealed class TruthFile : IDisposable
{
    private readonly SafeFileHandle _file;

    private TruthFile(SafeFileHandle file)
    {
        _file = file;
        Length = RandomAccess.GetLength(file);
    }

    /// <summary>Bytes in the file.</summary>
    public long Length { get; private set; }

    /// <summary>Opens the file, or makes it. Throws <see cref="SimulatorInputException"/>.</summary>
    public static TruthFile Open(string path)
    {
        try
        {
            return new TruthFile(File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SimulatorInputException($"--truth {path}: cannot be opened: {e.Message}", e);
        }
    }

    /// <summary>Adds whole lines.</summary>
    public void Append(ReadOnlySpan<byte> lines)
    {
        RandomAccess.Write(_file, lines, Length);
        Length += lines.Length;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
