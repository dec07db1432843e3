using MesoPen.Protocol;

namespace MesoPen.Firmware;

/// <summary>Puts the machine into the status body, and tells when a change is worth an event.</summary>
internal sealed class StatusBoard(Machine machine)
{
    /// <summary>Flags whose change is told: all but needle home and plunger still, which change with every shot.</summary>
    private const DeviceFlags Told = ~(DeviceFlags.NeedleHome | DeviceFlags.PlungerStill);

    private DeviceState _state;
    private DeviceFlags _flags;
    private uint _permitId;
    private bool _shown;

    /// <summary>The machine as it is now.</summary>
    /// <param name="framesBad">Frames dropped since the boot.</param>
    internal DeviceStatus Read(long framesBad) => new(
        machine.State,
        Flags(),
        machine.Trigger.Mode,
        machine.Permits.Reason,
        machine.Latch.Fault,
        machine.Latch.Seq,
        PermitId(),
        machine.Permits.IdSeen,
        machine.Permits.Zone,
        (ushort)machine.Permits.LeaseLeftMs(machine.Clock.NowMs),
        machine.Counters.Shots,
        machine.VolumeNl,
        machine.Journal.FirstUnacknowledged,
        RemainingNl(),
        (uint)Math.Min(machine.Prime.TotalNl, uint.MaxValue),
        machine.LastId,
        (short)Math.Clamp(machine.Senses.TemperatureCc, short.MinValue, short.MaxValue),
        (ushort)Math.Clamp(machine.Senses.BatteryPermille, 0, ushort.MaxValue),
        (ushort)Math.Min(framesBad, ushort.MaxValue),
        machine.Senses.CartridgeId);

    /// <summary>What is left in the cartridge, nL.</summary>
    internal uint RemainingNl() => VolumeOf(machine.RemainingSteps);

    /// <summary>
    /// Whether state, a told flag or the live permit differ from the last time this was asked; the first time they do.
    /// </summary>
    internal bool HasChanged()
    {
        DeviceState state = machine.State;
        DeviceFlags flags = Flags() & Told;
        uint permitId = PermitId();
        bool changed = !_shown || state != _state || flags != _flags || permitId != _permitId;
        _shown = true;
        _state = state;
        _flags = flags;
        _permitId = permitId;
        return changed;
    }

    private uint PermitId() => machine.Permits.Live ? machine.Permits.Permit.PermitId : 0;

    private uint VolumeOf(long steps) => (uint)Math.Min(machine.Scale.NlIn(steps), uint.MaxValue);

    private DeviceFlags Flags() =>
        If(machine.Needle.Home, DeviceFlags.NeedleHome)
        | If(machine.Plunger.Still, DeviceFlags.PlungerStill)
        | If(machine.Trigger.Pressed, DeviceFlags.TriggerPressed)
        | If(machine.Trigger.MustRelease, DeviceFlags.MustRelease)
        | If(machine.Trigger.Contact, DeviceFlags.Contact)
        | If(machine.Senses.CartridgePresent, DeviceFlags.CartridgePresent)
        | If(machine.IsPrimed, DeviceFlags.Primed)
        | If(machine.SelfTestPassed, DeviceFlags.SelfTestPassed);

    private static DeviceFlags If(bool set, DeviceFlags flag) => set ? flag : DeviceFlags.None;
}
