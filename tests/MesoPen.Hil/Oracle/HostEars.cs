using MesoPen.Protocol;

namespace MesoPen.Hil;

/// <summary>What the host has heard of the device's clock, so that it can be held to it: a lease may be renewed only on what was heard.</summary>
internal sealed class HostEars
{
    private readonly FrameReader _reader = new();
    private uint _bootId;
    private uint _newestMs;

    /// <summary>Told of every good frame.</summary>
    public Action<MessageType>? Heard { get; set; }

    /// <summary>Bytes reach the host.</summary>
    public void Hear(ReadOnlySpan<byte> bytes)
    {
        while (_reader.TryRead(ref bytes, out Frame frame))
        {
            uint? deviceMs = frame.Header.Type.IsReply && PrefixReply.TryRead(frame.Payload, out PrefixReply reply, out _) ? reply.Prefix.DeviceMs
                : frame.Header.Type.IsEvent && frame.Payload.Length >= sizeof(uint) ? BitConverter.ToUInt32(frame.Payload)
                : null;
            if (deviceMs is { } ms)
            {
                _newestMs = frame.Header.BootId == _bootId ? Math.Max(_newestMs, ms) : ms;
                _bootId = frame.Header.BootId;
            }

            Heard?.Invoke(frame.Header.Type);
        }
    }

    /// <summary>A frame is about to leave the host: the device time that it states must have been heard.</summary>
    public void RequireHeard(in Frame frame)
    {
        uint? seen = frame.Header.Type switch
        {
            MessageType.PermitGrant when PermitGrantRequest.TryRead(frame.Payload, out PermitGrantRequest grant, out _) => grant.SeenDeviceMs,
            MessageType.PermitRenew when PermitRenewRequest.TryRead(frame.Payload, out PermitRenewRequest renew, out _) => renew.SeenDeviceMs,
            _ => null,
        };
        if (seen is { } ms && (frame.Header.BootId != _bootId || ms > _newestMs))
        {
            throw new BrokenInvariantException(4, $"the host states {ms} ms of boot {frame.Header.BootId:X}, and has heard {_newestMs} of {_bootId:X}.");
        }
    }
}
