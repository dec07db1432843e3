using Google.Protobuf;

namespace MesoPen.Benchmarks;

/// <summary>The status reply with its header, as a protobuf message.</summary>
internal sealed class ProtoStatus : ProtoFrame<ProtoStatus>
{
    public static readonly MessageParser<ProtoStatus> Parser = new(static () => new ProtoStatus());

    public uint Version { get; set; }

    public uint Type { get; set; }

    public uint Seq { get; set; }

    public uint BootId { get; set; }

    public uint Result { get; set; }

    public uint DeviceMs { get; set; }

    public uint Limit { get; set; }

    public uint State { get; set; }

    public uint Flags { get; set; }

    public uint TriggerMode { get; set; }

    public uint DisarmReason { get; set; }

    public uint Fault { get; set; }

    public uint FaultSeq { get; set; }

    public uint PermitId { get; set; }

    public uint PermitIdSeen { get; set; }

    public uint Zone { get; set; }

    public uint LeaseLeftMs { get; set; }

    public uint ShotCounter { get; set; }

    public ulong VolumeCounterNl { get; set; }

    public uint JournalFirst { get; set; }

    public uint RemainingNl { get; set; }

    public uint PrimedNl { get; set; }

    public uint LastId { get; set; }

    public int TemperatureCc { get; set; }

    public uint BatteryPermille { get; set; }

    public uint FramesBad { get; set; }

    public uint CartridgeId { get; set; }

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

        if (Result != 0)
        {
            output.WriteRawTag(40);
            output.WriteUInt32(Result);
        }

        if (DeviceMs != 0)
        {
            output.WriteRawTag(48);
            output.WriteUInt32(DeviceMs);
        }

        if (Limit != 0)
        {
            output.WriteRawTag(56);
            output.WriteUInt32(Limit);
        }

        if (State != 0)
        {
            output.WriteRawTag(64);
            output.WriteUInt32(State);
        }

        if (Flags != 0)
        {
            output.WriteRawTag(72);
            output.WriteUInt32(Flags);
        }

        if (TriggerMode != 0)
        {
            output.WriteRawTag(80);
            output.WriteUInt32(TriggerMode);
        }

        if (DisarmReason != 0)
        {
            output.WriteRawTag(88);
            output.WriteUInt32(DisarmReason);
        }

        if (Fault != 0)
        {
            output.WriteRawTag(96);
            output.WriteUInt32(Fault);
        }

        if (FaultSeq != 0)
        {
            output.WriteRawTag(104);
            output.WriteUInt32(FaultSeq);
        }

        if (PermitId != 0)
        {
            output.WriteRawTag(112);
            output.WriteUInt32(PermitId);
        }

        if (PermitIdSeen != 0)
        {
            output.WriteRawTag(120);
            output.WriteUInt32(PermitIdSeen);
        }

        if (Zone != 0)
        {
            output.WriteRawTag(128, 1);
            output.WriteUInt32(Zone);
        }

        if (LeaseLeftMs != 0)
        {
            output.WriteRawTag(136, 1);
            output.WriteUInt32(LeaseLeftMs);
        }

        if (ShotCounter != 0)
        {
            output.WriteRawTag(144, 1);
            output.WriteUInt32(ShotCounter);
        }

        if (VolumeCounterNl != 0)
        {
            output.WriteRawTag(152, 1);
            output.WriteUInt64(VolumeCounterNl);
        }

        if (JournalFirst != 0)
        {
            output.WriteRawTag(160, 1);
            output.WriteUInt32(JournalFirst);
        }

        if (RemainingNl != 0)
        {
            output.WriteRawTag(168, 1);
            output.WriteUInt32(RemainingNl);
        }

        if (PrimedNl != 0)
        {
            output.WriteRawTag(176, 1);
            output.WriteUInt32(PrimedNl);
        }

        if (LastId != 0)
        {
            output.WriteRawTag(184, 1);
            output.WriteUInt32(LastId);
        }

        if (TemperatureCc != 0)
        {
            output.WriteRawTag(192, 1);
            output.WriteSInt32(TemperatureCc);
        }

        if (BatteryPermille != 0)
        {
            output.WriteRawTag(200, 1);
            output.WriteUInt32(BatteryPermille);
        }

        if (FramesBad != 0)
        {
            output.WriteRawTag(208, 1);
            output.WriteUInt32(FramesBad);
        }

        if (CartridgeId != 0)
        {
            output.WriteRawTag(216, 1);
            output.WriteUInt32(CartridgeId);
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
        size += Result != 0 ? 1 + CodedOutputStream.ComputeUInt32Size(Result) : 0;
        size += DeviceMs != 0 ? 1 + CodedOutputStream.ComputeUInt32Size(DeviceMs) : 0;
        size += Limit != 0 ? 1 + CodedOutputStream.ComputeUInt32Size(Limit) : 0;
        size += State != 0 ? 1 + CodedOutputStream.ComputeUInt32Size(State) : 0;
        size += Flags != 0 ? 1 + CodedOutputStream.ComputeUInt32Size(Flags) : 0;
        size += TriggerMode != 0 ? 1 + CodedOutputStream.ComputeUInt32Size(TriggerMode) : 0;
        size += DisarmReason != 0 ? 1 + CodedOutputStream.ComputeUInt32Size(DisarmReason) : 0;
        size += Fault != 0 ? 1 + CodedOutputStream.ComputeUInt32Size(Fault) : 0;
        size += FaultSeq != 0 ? 1 + CodedOutputStream.ComputeUInt32Size(FaultSeq) : 0;
        size += PermitId != 0 ? 1 + CodedOutputStream.ComputeUInt32Size(PermitId) : 0;
        size += PermitIdSeen != 0 ? 1 + CodedOutputStream.ComputeUInt32Size(PermitIdSeen) : 0;
        size += Zone != 0 ? 2 + CodedOutputStream.ComputeUInt32Size(Zone) : 0;
        size += LeaseLeftMs != 0 ? 2 + CodedOutputStream.ComputeUInt32Size(LeaseLeftMs) : 0;
        size += ShotCounter != 0 ? 2 + CodedOutputStream.ComputeUInt32Size(ShotCounter) : 0;
        size += VolumeCounterNl != 0 ? 2 + CodedOutputStream.ComputeUInt64Size(VolumeCounterNl) : 0;
        size += JournalFirst != 0 ? 2 + CodedOutputStream.ComputeUInt32Size(JournalFirst) : 0;
        size += RemainingNl != 0 ? 2 + CodedOutputStream.ComputeUInt32Size(RemainingNl) : 0;
        size += PrimedNl != 0 ? 2 + CodedOutputStream.ComputeUInt32Size(PrimedNl) : 0;
        size += LastId != 0 ? 2 + CodedOutputStream.ComputeUInt32Size(LastId) : 0;
        size += TemperatureCc != 0 ? 2 + CodedOutputStream.ComputeSInt32Size(TemperatureCc) : 0;
        size += BatteryPermille != 0 ? 2 + CodedOutputStream.ComputeUInt32Size(BatteryPermille) : 0;
        size += FramesBad != 0 ? 2 + CodedOutputStream.ComputeUInt32Size(FramesBad) : 0;
        size += CartridgeId != 0 ? 2 + CodedOutputStream.ComputeUInt32Size(CartridgeId) : 0;
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
                case 40: Result = input.ReadUInt32(); break;
                case 48: DeviceMs = input.ReadUInt32(); break;
                case 56: Limit = input.ReadUInt32(); break;
                case 64: State = input.ReadUInt32(); break;
                case 72: Flags = input.ReadUInt32(); break;
                case 80: TriggerMode = input.ReadUInt32(); break;
                case 88: DisarmReason = input.ReadUInt32(); break;
                case 96: Fault = input.ReadUInt32(); break;
                case 104: FaultSeq = input.ReadUInt32(); break;
                case 112: PermitId = input.ReadUInt32(); break;
                case 120: PermitIdSeen = input.ReadUInt32(); break;
                case 128: Zone = input.ReadUInt32(); break;
                case 136: LeaseLeftMs = input.ReadUInt32(); break;
                case 144: ShotCounter = input.ReadUInt32(); break;
                case 152: VolumeCounterNl = input.ReadUInt64(); break;
                case 160: JournalFirst = input.ReadUInt32(); break;
                case 168: RemainingNl = input.ReadUInt32(); break;
                case 176: PrimedNl = input.ReadUInt32(); break;
                case 184: LastId = input.ReadUInt32(); break;
                case 192: TemperatureCc = input.ReadSInt32(); break;
                case 200: BatteryPermille = input.ReadUInt32(); break;
                case 208: FramesBad = input.ReadUInt32(); break;
                case 216: CartridgeId = input.ReadUInt32(); break;
                default: KeepUnknown(ref input); break;
            }
        }
    }
}
