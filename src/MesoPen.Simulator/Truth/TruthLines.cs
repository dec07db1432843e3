using System.Buffers;
using System.Globalization;
using System.Text;

namespace MesoPen.Simulator;

/// <summary>Lines of the truth file that are due, as JSON. Units stand in the keys.</summary>
internal sealed class TruthLines
{
    private readonly ArrayBufferWriter<byte> _due = new(1024);

    /// <summary>
    /// A monotonic clock of the outside world, µs, for lines about instants, so that another process on the machine can compare them with its
    /// own; absent when time is virtual, so that a seed gives the same bytes.
    /// </summary>
    internal Func<long>? MonotonicUs { get; set; }

    /// <summary>Virtual time of the last frame with a good CRC that came from the host, ms.</summary>
    internal long LastFrameMs { get; set; }

    internal ReadOnlyMemory<byte> Due => _due.WrittenMemory;

    internal void Taken() => _due.ResetWrittenCount();

    /// <summary>Puts back lines that were due when the process ended.</summary>
    internal void Restore(ReadOnlySpan<byte> bytes) => _due.Write(bytes);

    internal void Stroke(in StrokeTruth s) => Line(
        $$"""{"shot":{{s.Shot}},"depth_um":{{s.DepthUm}},"volume_nl":{{s.VolumeNl}},"t_ms":{{s.EndMs}},"zone":{{s.Zone}},"stroke":{{s.Stroke}},"x_um":{{s.XUm}},"y_um":{{s.YUm}},"begin_ms":{{s.BeginMs}},"outside_nl":{{s.OutsideNl}}{{(s.SkinZone is { } skin ? $",\"skin_zone\":{skin}" : "")}}}""");

    internal void Prime(long volumeNl, long airNl, long ms) => Line($$"""{"prime_nl":{{volumeNl}},"air_nl":{{airNl}},"t_ms":{{ms}}}""");

    internal void Excursion(int depthUm, long volumeNl, long ms) =>
        Line($$"""{"excursion_um":{{depthUm}},"volume_nl":{{volumeNl}},"t_ms":{{ms}}}""");

    internal void Drip(long volumeNl, uint afterShot, long ms) =>
        Line($$"""{"drip_nl":{{volumeNl}},"after_shot":{{afterShot}},"t_ms":{{ms}}}""");

    /// <summary>A line about an instant. <paramref name="shot"/> is 0 outside a stroke.</summary>
    internal void Event(string name, long ms, uint shot)
    {
        var stamp = MonotonicUs is { } clock ? string.Create(CultureInfo.InvariantCulture, $",\"mono_us\":{clock()}") : "";
        Line($$"""{"event":"{{name}}","t_ms":{{ms}}{{stamp}},"shot":{{shot}},"last_frame_ms":{{LastFrameMs}}}""");
    }

    private void Line(FormattableString text)
    {
        var line = text.ToString(CultureInfo.InvariantCulture);
        var span = _due.GetSpan(line.Length + 1);
        var length = Encoding.ASCII.GetBytes(line, span);
        span[length] = (byte)'\n';
        _due.Advance(length + 1);
    }
}
