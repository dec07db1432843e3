using MesoPen.Host.Connection;
using MesoPen.Kernel;
using MesoPen.Protocol;

namespace MesoPen.Host.Control;

/// <summary>
/// From the words of the wire to those of the kernel, and back for permits. What the kernel's numbers cannot hold becomes the largest that they
/// can, which the kernel refuses as no device's: a device that lies must not end this program.
/// </summary>
internal static class DeviceWords
{
    public static DeviceSnapshot Snapshot(in DeviceStatus status, uint bootId, uint deviceMs) => new(
        bootId,
        deviceMs,
        (DeviceCondition)status.State,
        status.Flags.HasFlag(DeviceFlags.NeedleHome | DeviceFlags.PlungerStill),
        status.Flags.HasFlag(DeviceFlags.Primed),
        status.Flags.HasFlag(DeviceFlags.SelfTestPassed),
        (int)status.Fault,
        status.FaultSeq,
        status.PermitId,
        status.PermitIdSeen,
        status.ShotCounter,
        new Volume((long)Math.Min(status.VolumeCounterNl, long.MaxValue)),
        status.JournalFirst);

    /// <summary>An outcome that this version does not know is taken as unknown: it counts as delivered until a person settles it.</summary>
    public static Shot Shot(in ShotEntry entry) => new(
        entry.Shot,
        entry.Zone,
        entry.Outcome switch
        {
            ShotOutcome.Delivered or ShotOutcome.Partial => ShotAnswer.Delivered,
            ShotOutcome.NotDelivered => ShotAnswer.NotDelivered,
            _ => ShotAnswer.Unknown,
        },
        entry.Outcome == ShotOutcome.Partial,
        new Depth((int)Math.Min(entry.DepthUm, int.MaxValue)),
        new Volume(entry.VolumeNl),
        entry.PermitId,
        entry.BootId,
        entry.Fault,
        entry.DeviceMs);

    public static DeviceIdentity Identity(DeviceFacts facts)
    {
        CapabilitiesReply caps = facts.Caps;
        string reference = "firmware of " + facts.Serial;
        string version = facts.FirmwareVersion.ToString();
        return new DeviceIdentity(facts.Model, facts.Serial, facts.BootId, facts.CalibrationDueDay, caps.PermitShotsMax, caps.LeaseMaxMs,
        [
            Cap(LimitKind.NeedleLengthMax, caps.DepthMaxUm),
            Cap(LimitKind.NeedleLengthMin, caps.DepthMinUm),
            Cap(LimitKind.DoseMax, caps.DoseMaxNl),
            Cap(LimitKind.DoseMin, caps.DoseMinNl),
            Cap(LimitKind.DoseStep, Math.Max(1, caps.DoseStepNl)),
            Cap(LimitKind.ShotIntervalMin, caps.MinIntervalMs),
            Cap(LimitKind.PrimeMax, caps.PrimeMaxNl),
        ]);

        Limit Cap(LimitKind kind, long value) => new(kind, null, value, LimitSource.DeviceCaps, reference, version);
    }

    public static PermitGrantRequest Grant(Permit permit, uint seenDeviceMs) => new(
        permit.Id,
        permit.Zone,
        (TriggerMode)permit.Trigger,
        checked((uint)permit.NeedleLength.Um),
        checked((uint)permit.Dose.Nl),
        permit.ShotLimit,
        checked((ulong)permit.VolumeLimit.Nl),
        checked((ushort)permit.MinIntervalMs),
        checked((ushort)permit.LeaseMs),
        seenDeviceMs);

    /// <summary>Null if the device took the request; else its reason, with what it would have allowed.</summary>
    public static string? Refusal(in ReplyPrefix prefix) => prefix.Result is Result.Ok or Result.Already ? null
        : prefix.Limit != 0 ? $"{Words(prefix.Result)}, allowed {prefix.Limit}"
        : Words(prefix.Result);

    private static string Words(Result result) => result switch
    {
        Result.InContact => "it touches the skin",
        Result.NotReady => "it is not tested, not primed, or has no cartridge",
        Result.Faulted => "a fault is latched",
        Result.CauseRemains => "the cause is still there",
        Result.WrongState => "it is doing something else",
        Result.JournalFull => "its journal is full",
        Result.TimeStale => "the request came too late",
        _ => result.ToString(),
    };
}
