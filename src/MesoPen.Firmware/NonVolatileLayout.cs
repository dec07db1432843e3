namespace MesoPen.Firmware;

/// <summary>
/// Where things lie in non-volatile memory, in slots of 64 bytes: two banks of counters, then for each entry of the journal a
/// slot for the shot's beginning and one for its end, then two for the adjustment.
/// </summary>
public static class NonVolatileLayout
{
    internal const int Banks = 2;
    internal const int AdjustmentSlots = 2;
    private const int SlotsPerEntry = 2;

    /// <summary>Bytes that a device of this configuration needs.</summary>
    /// <param name="configuration">The device's configuration.</param>
    public static int RequiredLength(DeviceConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return (Banks + (configuration.JournalCapacity * SlotsPerEntry) + AdjustmentSlots) * DurableMemory.RecordSize;
    }

    /// <summary>Slot of a shot's beginning.</summary>
    internal static int BeginSlot(uint shot, int capacity) => Banks + ((int)(shot % (uint)capacity) * SlotsPerEntry);

    /// <summary>Slot of a shot's end.</summary>
    internal static int EndSlot(uint shot, int capacity) => BeginSlot(shot, capacity) + 1;

    /// <summary>Slot of one of the two adjustments. They came after the journal, so memory from before them is theirs unwritten.</summary>
    internal static int AdjustmentSlot(int bank, int capacity) => Banks + (capacity * SlotsPerEntry) + bank;
}
