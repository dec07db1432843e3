using System.Buffers.Binary;
using MesoPen.Protocol;

namespace MesoPen.Hil;

/// <summary>A frame as the oracle reads it, by hardware/protocol.md and not by the product's code.</summary>
/// <param name="body">Header and payload, without the CRC.</param>
internal readonly ref struct WireFrame(ReadOnlySpan<byte> body)
{
    private const int HeaderSize = 8;

    /// <summary>Bytes of a status body.</summary>
    private const int StatusSize = 60;

    private const int ReplyBit = 0x80;

    private readonly ReadOnlySpan<byte> _body = body;

    /// <summary>What it is; numbers as in the table of messages.</summary>
    public MessageType Type => (MessageType)_body[1];

    public ushort Seq => BinaryPrimitives.ReadUInt16LittleEndian(_body[2..]);

    public uint BootId => BinaryPrimitives.ReadUInt32LittleEndian(_body[4..]);

    public bool IsReply => _body[1] is >= 0x81 and <= 0xBF;

    public bool IsEvent => _body[1] is >= 0x40 and <= 0x5F;

    /// <summary>The request that this reply answers.</summary>
    public MessageType Answered => (MessageType)(_body[1] & ~ReplyBit);

    public ReadOnlySpan<byte> Payload => _body[HeaderSize..];

    /// <summary>Whether the payload has at least so many bytes.</summary>
    public bool Has(int bytes) => Payload.Length >= bytes;

    public byte U8(int at) => Payload[at];

    public ushort U16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(Payload[at..]);

    public uint U32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(Payload[at..]);

    public ulong U64(int at) => BinaryPrimitives.ReadUInt64LittleEndian(Payload[at..]);

    /// <summary>The device's clock in it, ms; null if it states none. Replies: after the result; events: first.</summary>
    public uint? DeviceMs => IsReply && Has(6) ? U32(2) : IsEvent && Has(4) ? U32(0) : null;

    /// <summary>Where a status body begins in the payload; null if there is none. After the prefix of a reply, the clock of a state, the fault of a fault.</summary>
    public int? StatusAt
    {
        get
        {
            int? at = IsReply && Answered is not (MessageType.Hello or MessageType.Identity or MessageType.Capabilities or MessageType.JournalRead) ? 10
                : Type == MessageType.StateEvent ? 4
                : Type == MessageType.FaultEvent ? 10
                : null;
            return at is { } from && Has(from + StatusSize) ? at : null;
        }
    }
}
