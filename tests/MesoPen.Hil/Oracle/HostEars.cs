using MesoPen.Protocol;

namespace MesoPen.Hil;

/// <summary>What the host has heard of the device's clock, so that it can be held to it: a lease may be renewed only on what was heard.</summary>
internal sealed class HostEars
{
    private readonly WireReader _reader = new();
    private uint _bootId;
    private uint _newestMs;

    /// <summary>Told of every good frame.</summary>
    public Action<MessageType>? Heard { get; set; }

    /// <summary>Shown every good frame before that.</summary>
    public ArmingWatch? Arming { get; set; }

    /// <summary>Bytes reach the host.</summary>
    public void Hear(ReadOnlySpan<byte> bytes)
    {
        while (_reader.TryRead(ref bytes, out WireFrame frame))
        {
            if (frame.DeviceMs is { } ms)
            {
                _newestMs = frame.BootId == _bootId ? Math.Max(_newestMs, ms) : ms;
                _bootId = frame.BootId;
            }

            Arming?.Hear(frame);
            Heard?.Invoke(frame.Type);
        }
    }

    /// <summary>A frame is about to leave the host: the device time that it states must have been heard.</summary>
    public void RequireHeard(in WireFrame frame)
    {
        uint? seen = frame.Type switch
        {
            MessageType.PermitGrant when frame.Has(36) => frame.U32(32),
            MessageType.PermitRenew when frame.Has(8) => frame.U32(4),
            _ => null,
        };
        if (seen is { } ms && (frame.BootId != _bootId || ms > _newestMs))
        {
            throw new BrokenInvariantException(4, $"the host states {ms} ms of boot {frame.BootId:X}, and has heard {_newestMs} of {_bootId:X}.");
        }
    }
}
