using Google.Protobuf;

namespace MesoPen.Benchmarks;

/// <summary>A frame with an opaque payload, as a protobuf message: header fields and <c>bytes</c>.</summary>
internal sealed class ProtoPayload : ProtoFrame<ProtoPayload>
{
    public static readonly MessageParser<ProtoPayload> Parser = new(static () => new ProtoPayload());

    public uint Version { get; set; }

    public uint Type { get; set; }

    public uint Seq { get; set; }

    public uint BootId { get; set; }

    public ByteString Payload { get; set; } = ByteString.Empty;

    public override void InternalWriteTo(ref WriteContext output)
    {
        if (Version != 0)
        {
            output.WriteRawTag(8);
            output.WriteUInt32(Version);
        }

        if (Type != 0)
        {
            output.WriteRawTag(16);
            output.WriteUInt32(Type);
        }

        if (Seq != 0)
        {
            output.WriteRawTag(24);
            output.WriteUInt32(Seq);
        }

        if (BootId != 0)
        {
            output.WriteRawTag(37);
            output.WriteFixed32(BootId);
        }

        if (Payload.Length != 0)
        {
            output.WriteRawTag(42);
            output.WriteBytes(Payload);
        }

        UnknownFields?.WriteTo(ref output);
    }

    public override int CalculateSize()
    {
        int size = UnknownFields?.CalculateSize() ?? 0;
        size += Version != 0 ? 1 + CodedOutputStream.ComputeUInt32Size(Version) : 0;
        size += Type != 0 ? 1 + CodedOutputStream.ComputeUInt32Size(Type) : 0;
        size += Seq != 0 ? 1 + CodedOutputStream.ComputeUInt32Size(Seq) : 0;
        size += BootId != 0 ? 1 + 4 : 0;
        size += Payload.Length != 0 ? 1 + CodedOutputStream.ComputeBytesSize(Payload) : 0;
        return size;
    }

    public override void InternalMergeFrom(ref ParseContext input)
    {
        uint tag;
        while ((tag = input.ReadTag()) != 0)
        {
            switch (tag)
            {
                case 8: Version = input.ReadUInt32(); break;
                case 16: Type = input.ReadUInt32(); break;
                case 24: Seq = input.ReadUInt32(); break;
                case 37: BootId = input.ReadFixed32(); break;
                case 42: Payload = input.ReadBytes(); break;
                default: KeepUnknown(ref input); break;
            }
        }
    }
}
