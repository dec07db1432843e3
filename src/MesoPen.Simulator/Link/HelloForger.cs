using System.Buffers;
using MesoPen.Protocol;

namespace MesoPen.Simulator;

/// <summary>
/// Passes what the device sends, and while a version is set, answers to hello say that the device speaks that version alone: a device from
/// another time, without touching the firmware.
/// </summary>
internal sealed class HelloForger
{
    private readonly FrameReader _reader = new();
    private readonly ArrayBufferWriter<byte> _forged = new(512);

    /// <summary>The version to claim, null to pass everything as it is.</summary>
    internal byte? Version { get; set; }

    /// <summary>What goes on the line; good until the next call.</summary>
    internal ReadOnlySpan<byte> Pass(ReadOnlySpan<byte> sent)
    {
        if (Version is not { } version)
        {
            return sent;
        }

        _forged.ResetWrittenCount();
        while (_reader.TryRead(ref sent, out var frame))
        {
            var room = _forged.GetSpan(FrameWriter.FrameMax);
            if (frame.Header.Type == HelloReply.Type && HelloReply.TryRead(frame.Payload, out var hello, out _))
            {
                var forged = hello with
                {
                    Prefix = hello.Prefix with { Result = Result.BadVersion },
                    VersionMin = version,
                    VersionMax = version,
                    Version = 0,
                };
                _forged.Advance(FrameWriter.Write(room, frame.Header, forged));
            }
            else
            {
                _forged.Advance(FrameWriter.Write(room, frame.Header, frame.Payload));
            }
        }

        return _forged.WrittenSpan;
    }
}
