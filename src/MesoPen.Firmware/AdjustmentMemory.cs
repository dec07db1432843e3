namespace MesoPen.Firmware;

/// <summary>
/// Keeps the adjustment in non-volatile memory, in two slots that are written in turn: after a write that was cut off the one before
/// holds, whole. Before the first one is set a record that says "never set" is written, so that two slots of which none is whole are
/// always damage, and never a device that is new.
/// </summary>
internal sealed class AdjustmentMemory(DurableMemory memory, DeviceConfiguration configuration)
{
    private ulong _writes;

    /// <summary>The adjustment that holds.</summary>
    internal Adjustment Held { get; private set; } = Adjustment.BurntIn(configuration);

    /// <summary>Whether none was ever set.</summary>
    internal bool IsNew => _writes == 0;

    /// <summary>The plunger's scale by it.</summary>
    internal PlungerScale Scale => new(configuration.PlungerStepsPerMl, Held.PlungerPpm);

    /// <summary>
    /// Lowest and highest depth by it, µm: within the caps both as a depth and as a position by the encoder, so that no adjustment
    /// takes the needle where the caps do not let it.
    /// </summary>
    internal int DepthMinUm => DepthMinUnder(Held);

    /// <inheritdoc cref="DepthMinUm"/>
    internal int DepthMaxUm => DepthMaxUnder(Held);

    /// <summary>Reads the newer whole record. False if the memory holds damage where one was.</summary>
    internal bool Load()
    {
        Span<byte> record = stackalloc byte[DurableMemory.RecordSize];
        bool blank = false;
        for (int bank = 0; bank < NonVolatileLayout.AdjustmentSlots; bank++)
        {
            int slot = NonVolatileLayout.AdjustmentSlot(bank, configuration.JournalCapacity);
            blank |= memory.IsBlank(slot);
            if (memory.Read(slot, record)
                && Adjustment.TryRead(record, out Adjustment read, out ulong writes) && writes > _writes)
            {
                _writes = writes;
                Held = read.PlungerPpm == 0 ? Adjustment.BurntIn(configuration) : read;
            }
        }

        return _writes > 0 || blank;
    }

    /// <summary>Whether the device can keep its promises under this adjustment.</summary>
    internal bool CanHold(in Adjustment asked) =>
        asked.IsWithinBounds
        && DepthMinUnder(asked) <= DepthMaxUnder(asked)
        && new PlungerScale(configuration.PlungerStepsPerMl, asked.PlungerPpm).StepsIn(configuration.DoseMinNl) > 0;

    /// <summary>Writes an adjustment, which holds from then on. False, with the one before in force, if the memory failed.</summary>
    internal bool Save(in Adjustment adjustment)
    {
        if ((IsNew && !Write(default)) || !Write(adjustment))
        {
            return false;
        }

        Held = adjustment;
        return true;
    }

    private bool Write(in Adjustment adjustment)
    {
        Span<byte> record = stackalloc byte[DurableMemory.RecordSize];
        adjustment.Write(record, _writes + 1);
        int bank = (int)((_writes + 1) % NonVolatileLayout.AdjustmentSlots);
        if (!memory.Write(NonVolatileLayout.AdjustmentSlot(bank, configuration.JournalCapacity), record))
        {
            return false;
        }

        _writes++;
        return true;
    }

    private int DepthMinUnder(in Adjustment adjustment) => configuration.DepthMinUm + Math.Max(0, -adjustment.NeedleOffsetUm);

    private int DepthMaxUnder(in Adjustment adjustment) => configuration.DepthMaxUm - Math.Max(0, adjustment.NeedleOffsetUm);
}
