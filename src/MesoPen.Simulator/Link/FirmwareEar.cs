using System.Buffers;
using MesoPen.Firmware;
using MesoPen.Protocol;

namespace MesoPen.Simulator;

/// <summary>
/// What stands between the line and the firmware's ear in a device that ignores stops, or whose lease never lapses: stop frames are kept from
/// it, and renewals with the present time are whispered to it, whose answers are kept from the line. The firmware itself is as it is.
/// </summary>
internal sealed class FirmwareEar
{
    /// <summary>A renewal is whispered when less than this is left of a lease, ms.</summary>
    private const int LeaseLowMs = 100;

    private const ushort WhisperSeq = ushort.MaxValue;

    private readonly FrameCutter _in = new();
    private readonly FrameCutter _out = new();
    private readonly ArrayBufferWriter<byte> _heard = new(512);
    private readonly ArrayBufferWriter<byte> _said = new(512);
    private bool _whispered;

    internal bool IgnoresStop { get; set; }

    internal bool IgnoresLease { get; set; }

    /// <summary>What reaches the firmware; good until the next call.</summary>
    internal ReadOnlySpan<byte> Hear(ReadOnlySpan<byte> heard, Device device, uint nowMs)
    {
        _heard.ResetWrittenCount();
        while (_in.TryTake(ref heard, out var frame))
        {
            if (!IgnoresStop || _in.HeaderOf(frame) is not { Type: MessageType.Stop })
            {
                _heard.Write(frame);
            }
        }

        _whispered = IgnoresLease && device.Status is { PermitId: not 0, LeaseLeftMs: < LeaseLowMs };
        if (_whispered)
        {
            var header = new FrameHeader(1, MessageType.PermitRenew, WhisperSeq, device.BootId);
            var renewal = new PermitRenewRequest(device.Status.PermitId, nowMs);
            _heard.Advance(FrameWriter.Write(_heard.GetSpan(FrameWriter.FrameMax), header, renewal));
        }

        return _heard.WrittenSpan;
    }

    /// <summary>What reaches the line of what the firmware says; good until the next call.</summary>
    internal ReadOnlySpan<byte> Say(ReadOnlySpan<byte> said)
    {
        if (!_whispered)
        {
            return said;
        }

        _said.ResetWrittenCount();
        while (_out.TryTake(ref said, out var frame))
        {
            if (_out.HeaderOf(frame) is not { Seq: WhisperSeq } header || header.Type != MessageType.PermitRenew.Reply())
            {
                _said.Write(frame);
            }
        }

        return _said.WrittenSpan;
    }

    /// <summary>The device lost its power: what it had half heard is gone.</summary>
    internal void Clear() => _in.Clear();
}
