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
}
