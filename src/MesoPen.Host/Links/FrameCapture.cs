using System.Globalization;
using MesoPen.Host.Input;
using MesoPen.Protocol;

namespace MesoPen.Host.Links;

/// <summary>A file of all frames, one JSON object a line: direction, microseconds on this machine's monotonic clock, type, bytes.</summary>
public sealed class FrameCapture : IDisposable
{
    private readonly object _gate = new();
    private readonly StreamWriter _file;
    private readonly TimeProvider _time;

    private FrameCapture(StreamWriter file, TimeProvider time)
    {
        (_file, _time) = (file, time);
    }

    /// <summary>Makes the file anew.</summary>
    /// <exception cref="InputException">It cannot be made.</exception>
    public static FrameCapture Create(string path, TimeProvider? time = null)
    {
        try
        {
            return new FrameCapture(new StreamWriter(path) { AutoFlush = true }, time ?? TimeProvider.System);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException(path, 0, $"The capture cannot be written: {failure.Message}", failure);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    /// <summary>Writes the frames that a reader makes of the bytes.</summary>
    internal void Write(string direction, FrameReader reader, ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            while (reader.TryRead(ref bytes, out Frame frame))
            {
                long us = (long)_time.GetElapsedTime(0).TotalMicroseconds;
                _file.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $$"""{"direction":"{{direction}}","mono_us":{{us}},"type":"{{Name(frame.Header.Type)}}","seq":{{frame.Header.Seq}},"boot_id":{{frame.Header.BootId}},"payload":"{{Convert.ToHexStringLower(frame.Payload)}}"}"""));
            }
        }
    }

    private static string Name(MessageType type) => type.IsReply ? type.Request() + ".reply" : type.ToString();
}
