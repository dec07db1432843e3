using MesoPen.Protocol;

namespace MesoPen.Benchmarks;

/// <summary>Messages as they are in the middle of a treatment, for both encodings.</summary>
internal static class Samples
{
    public static readonly PermitGrantRequest Grant = new(
        PermitId: 57, Zone: 3, TriggerMode: TriggerMode.Single, DepthUm: 1400, DoseNl: 20_000, ShotLimit: 4_061, VolumeLimitNl: 81_240_000,
        MinIntervalMs: 112, LeaseMs: 250, SeenDeviceMs: 184_213);

    public static readonly StatusReply Status = new(
        new ReplyPrefix(Result.Ok, 184_213, 0),
        new DeviceStatus(
            State: DeviceState.Armed,
            Flags: DeviceFlags.NeedleHome | DeviceFlags.PlungerStill | DeviceFlags.Primed | DeviceFlags.SelfTestPassed,
            TriggerMode: TriggerMode.Single,
            DisarmReason: DisarmReason.Live,
            Fault: DeviceFault.None,
            FaultSeq: 2,
            PermitId: 57,
            PermitIdSeen: 57,
            Zone: 3,
            LeaseLeftMs: 231,
            ShotCounter: 4_056,
            VolumeCounterNl: 81_140_000,
            JournalFirst: 4_051,
            RemainingNl: 3_880_000,
            PrimedNl: 60_000,
            LastId: 2,
            TemperatureCc: 2_400,
            BatteryPermille: 941,
            FramesBad: 1,
            CartridgeId: 212));

    /// <summary>32 bytes of a fixed seed, a zero among them as in most payloads.</summary>
    public static byte[] Payload32()
    {
        byte[] payload = new byte[32];
        new Random(32).NextBytes(payload);
        (payload[7], payload[20]) = (0, 0);
        return payload;
    }
}
