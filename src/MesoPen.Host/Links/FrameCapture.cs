using System.Globalization;
using System.Text.Encodings.Web;
using MesoPen.Host.Input;
using MesoPen.Protocol;

namespace MesoPen.Host.Links;

/// <summary>
/// A file of all frames, one JSON object a line:
/// <c>{"direction":"sent","mono_us":…,"type":"PermitGrant","seq":…,"boot_id":…,"urgent":…,"payload":"hex","frame":"hex"}</c>. A run of
/// bytes that is no frame has the type <c>bad</c>; openings and losses have the direction <c>link</c>.
/// </summary>
/// <remarks>
/// A capture is for looking at, not for safety: when it cannot be written any more it stops, keeps the reason in <see cref="Failure"/>,
/// and the treatment goes on. A whole capture ends with a line of the direction <c>end</c>.
/// </remarks>
public sealed class FrameCapture : IDisposable
{
    private readonly object _gate = new();
    private readonly FrameReader _decoder = new();
    private readonly StreamWriter _file;
    private readonly TimeProvider _time;
    private long _lines;
    private bool _disposed;

    private FrameCapture(StreamWriter file, TimeProvider time)
    {
        (_file, _time) = (file, time);
    }

    /// <summary>Why the capture stopped early; null if it did not.</summary>
    public string? Failure { get; private set; }

    /// <summary>Makes the file anew.</summary>
    /// <exception cref="InputException">It cannot be made.</exception>
    public static FrameCapture Create(string path, TimeProvider? time = null)
    {
        try
        {
            FileStream stream = new(path, FileMode.Create, FileAccess.Write, FileShare.Read);
            return new FrameCapture(new StreamWriter(stream) { AutoFlush = true }, time ?? TimeProvider.System);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException(path, 0, $"The capture cannot be written: {failure.Message}", failure);
        }
    }

    /// <summary>Ends the file. Links that still write to it are not written down any more.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            Write(string.Create(CultureInfo.InvariantCulture, $$"""{"direction":"end","mono_us":{{MonotonicUs()}},"lines":{{_lines}}}"""));
            _disposed = true;
            try
            {
                _file.Dispose();
            }
            catch (IOException failure)
            {
                Failure ??= failure.Message;
            }
        }
    }

    internal void WriteSent(ReadOnlySpan<byte> frame, bool urgent)
    {
        lock (_gate)
        {
            WriteRun("sent", frame, urgent ? ",\"urgent\":true" : "");
        }
    }

    internal void WriteReceived(FrameSplitter splitter, ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            while (splitter.TryTake(ref bytes, out ReadOnlySpan<byte> run))
            {
                WriteRun("received", run, "");
            }
        }
    }

    internal void WriteLink(string what, string text)
    {
        lock (_gate)
        {
            Write(string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"direction":"link","mono_us":{{MonotonicUs()}},"type":"{{what}}","text":"{{JavaScriptEncoder.Default.Encode(text)}}"}"""));
        }
    }

    private void WriteRun(string direction, ReadOnlySpan<byte> run, string more)
    {
        ReadOnlySpan<byte> rest = run;
        string fields = _decoder.TryRead(ref rest, out Frame frame)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"\"type\":\"{Name(frame.Header.Type)}\",\"seq\":{frame.Header.Seq},\"boot_id\":{frame.Header.BootId}{more},\"payload\":\"{Convert.ToHexStringLower(frame.Payload)}\"")
            : $"\"type\":\"bad\"{more}";
        if (run[^1] != 0)
        {
            // The decoder must not carry what it holds over to the next run.
            ReadOnlySpan<byte> zero = [0];
            _decoder.TryRead(ref zero, out _);
        }

        Write(string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"direction":"{{direction}}","mono_us":{{MonotonicUs()}},{{fields}},"frame":"{{Convert.ToHexStringLower(run)}}"}"""));
    }

    private void Write(string line)
    {
        if (_disposed || Failure is not null)
        {
            return;
        }

        try
        {
            _file.WriteLine(line);
            _lines++;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Failure = $"The capture stopped after {_lines} lines: {failure.Message}";
        }
    }

    private long MonotonicUs() => (long)_time.GetElapsedTime(0).TotalMicroseconds;

    private static string Name(MessageType type)
    {
        MessageType known = type.IsReply ? type.Request() : type;
        string name = Enum.IsDefined(known) ? known.ToString() : string.Create(CultureInfo.InvariantCulture, $"0x{(byte)known:x2}");
        return type.IsReply ? name + ".reply" : name;
    }
}
