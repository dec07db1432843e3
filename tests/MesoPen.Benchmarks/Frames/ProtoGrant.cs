using Google.Protobuf;

namespace MesoPen.Benchmarks;

/// <summary>The permit grant with its header, as a protobuf message.</summary>
internal sealed class ProtoGrant : ProtoFrame<ProtoGrant>
{
    public static readonly MessageParser<ProtoGrant> Parser = new(static () => new ProtoGrant());

    public uint Version { get; set; }

    public uint Type { get; set; }

    public uint Seq { get; set; }

    public uint BootId { get; set; }

    public uint PermitId { get; set; }

    public uint Zone { get; set; }

    public uint TriggerMode { get; set; }

    public uint DepthUm { get; set; }

    public uint DoseNl { get; set; }

    public uint ShotLimit { get; set; }

    public ulong VolumeLimitNl { get; set; }

    public uint MinIntervalMs { get; set; }

    public uint LeaseMs { get; set; }

    public uint SeenDeviceMs { get; set; }

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

        if (PermitId != 0)
        {
            output.WriteRawTag(40);
            output.WriteUInt32(PermitId);
        }

        if (Zone != 0)
        {
            output.WriteRawTag(48);
            output.WriteUInt32(Zone);
        }

        if (TriggerMode != 0)
        {
            output.WriteRawTag(56);
            output.WriteUInt32(TriggerMode);
        }

        if (DepthUm != 0)
        {
            output.WriteRawTag(64);
            output.WriteUInt32(DepthUm);
        }

        if (DoseNl != 0)
        {
            output.WriteRawTag(72);
            output.WriteUInt32(DoseNl);
        }

        if (ShotLimit != 0)
        {
            output.WriteRawTag(80);
            output.WriteUInt32(ShotLimit);
        }

        if (VolumeLimitNl != 0)
        {
            output.WriteRawTag(88);
            output.WriteUInt64(VolumeLimitNl);
        }

        if (MinIntervalMs != 0)
        {
            output.WriteRawTag(96);
            output.WriteUInt32(MinIntervalMs);
        }

        if (LeaseMs != 0)
        {
            output.WriteRawTag(104);
            output.WriteUInt32(LeaseMs);
        }

        if (SeenDeviceMs != 0)
        {
            output.WriteRawTag(112);
            output.WriteUInt32(SeenDeviceMs);
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
        size += PermitId != 0 ? 1 + CodedOutputStream.ComputeUInt32Size(PermitId) : 0;
        size += Zone != 0 ? 1 + CodedOutputStream.ComputeUInt32Size(Zone) : 0;
        size += TriggerMode != 0 ? 1 + CodedOutputStream.ComputeUInt32Size(TriggerMode) : 0;
        size += DepthUm != 0 ? 1 + CodedOutputStream.ComputeUInt32Size(DepthUm) : 0;
        size += DoseNl != 0 ? 1 + CodedOutputStream.ComputeUInt32Size(DoseNl) : 0;
        size += ShotLimit != 0 ? 1 + CodedOutputStream.ComputeUInt32Size(ShotLimit) : 0;
        size += VolumeLimitNl != 0 ? 1 + CodedOutputStream.ComputeUInt64Size(VolumeLimitNl) : 0;
        size += MinIntervalMs != 0 ? 1 + CodedOutputStream.ComputeUInt32Size(MinIntervalMs) : 0;
        size += LeaseMs != 0 ? 1 + CodedOutputStream.ComputeUInt32Size(LeaseMs) : 0;
        size += SeenDeviceMs != 0 ? 1 + CodedOutputStream.ComputeUInt32Size(SeenDeviceMs) : 0;
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
                case 40: PermitId = input.ReadUInt32(); break;
                case 48: Zone = input.ReadUInt32(); break;
                case 56: TriggerMode = input.ReadUInt32(); break;
                case 64: DepthUm = input.ReadUInt32(); break;
                case 72: DoseNl = input.ReadUInt32(); break;
                case 80: ShotLimit = input.ReadUInt32(); break;
                case 88: VolumeLimitNl = input.ReadUInt64(); break;
                case 96: MinIntervalMs = input.ReadUInt32(); break;
                case 104: LeaseMs = input.ReadUInt32(); break;
                case 112: SeenDeviceMs = input.ReadUInt32(); break;
                default: KeepUnknown(ref input); break;
            }
        }
    }
}
