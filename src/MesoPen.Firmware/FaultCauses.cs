using MesoPen.Protocol;

namespace MesoPen.Firmware;

/// <summary>Whether the cause of a latched fault is still there, by the table of the protocol page.</summary>
internal static class FaultCauses
{
    /// <summary>Whether the cause remains.</summary>
    /// <param name="fault">The latched fault.</param>
    /// <param name="cartridgeId">The cartridge that was in when it latched.</param>
    /// <param name="machine">The machine as it is now.</param>
    internal static bool Remain(DeviceFault fault, uint cartridgeId, Machine machine) => fault switch
    {
        DeviceFault.StopButton => machine.Senses.StopButton,
        DeviceFault.NeedleStall or DeviceFault.NeedleTooDeep => !machine.Needle.AtHome,
        DeviceFault.CartridgeEmpty => !machine.Senses.CartridgePresent || machine.Senses.CartridgeId == cartridgeId,
        DeviceFault.CartridgeMissing => !machine.Senses.CartridgePresent,
        DeviceFault.TriggerStuck => machine.Trigger.Pressed,
        DeviceFault.JournalFull => machine.Journal.Room == 0,
        DeviceFault.SensorImplausible => IsImplausible(machine),
        DeviceFault.Occlusion or DeviceFault.TooWarm or DeviceFault.TooCold or DeviceFault.BatteryLow =>
            SensorWatch.Check(machine.Senses, machine.Configuration) == fault,
        _ => FaultLatch.IsForService(fault),
    };

    private static bool IsImplausible(Machine machine)
    {
        long nowMs = machine.Clock.NowMs;
        return SensorWatch.Check(machine.Senses, machine.Configuration) == DeviceFault.SensorImplausible
            || machine.Plunger.Check(nowMs) == DeviceFault.SensorImplausible
            || machine.Needle.Check(nowMs) == DeviceFault.SensorImplausible;
    }
}
