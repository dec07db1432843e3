using MesoPen.Protocol;

namespace MesoPen.Firmware;

/// <summary>
/// The memory of a device that has worked before, for those that test one: what a service bench writes into a new device that takes over the
/// life of another. The device itself never does this.
/// </summary>
public static class UsedMemory
{
    /// <summary>
    /// Writes counters into memory that was never used. All shots counted are acknowledged, and the journal is empty. False, with nothing
    /// written, if the memory was used before.
    /// </summary>
    /// <param name="configuration">The device's configuration.</param>
    /// <param name="memory">Its memory.</param>
    /// <param name="shots">Lifetime count of shots begun.</param>
    /// <param name="volumeNl">Lifetime volume of shots, nL.</param>
    /// <param name="bootSalt">Tells this device's boot ids from another's, as in <see cref="Device"/>.</param>
    public static bool Write(DeviceConfiguration configuration, INonVolatile memory, uint shots, long volumeNl, uint bootSalt)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(memory);
        ConfigurationCheck.Require(configuration, memory.Length);
        PlungerScale scale = new(configuration.PlungerStepsPerMl);
        Counters counters = new(new DurableMemory(memory), configuration, scale);
        if (!counters.Load() || !counters.IsNew)
        {
            return false;
        }

        counters.Shots = shots;
        counters.Steps = scale.StepsIn(volumeNl);
        return counters.CountBoot(bootSalt) && counters.Acknowledge(shots);
    }

    /// <summary>
    /// Writes an adjustment into memory that holds none yet, as a calibration before this life did. False, with nothing written, if it holds one, or
    /// if the device could not keep it.
    /// </summary>
    /// <param name="configuration">The device's configuration.</param>
    /// <param name="memory">Its memory.</param>
    /// <param name="adjustment">The adjustment; its id counts for nothing.</param>
    public static bool Adjust(DeviceConfiguration configuration, INonVolatile memory, in CalibrationSetRequest adjustment)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(memory);
        ConfigurationCheck.Require(configuration, memory.Length);
        AdjustmentMemory held = new(new DurableMemory(memory), configuration);
        Adjustment asked = Adjustment.Of(adjustment);
        return held.Load() && held.IsNew && held.CanHold(asked) && held.Save(asked);
    }
}
