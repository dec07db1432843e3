namespace MesoPen.Firmware;

/// <summary>Refuses a configuration that the firmware could not keep its promises with.</summary>
internal static class ConfigurationCheck
{
    /// <summary>Longest lease that the protocol page lets a device have, ms.</summary>
    internal const int LeaseLimitMs = 250;

    // The journal must hold the shot under way beside the one before it, from which counters are read after a reset.
    private const int JournalMin = 2;
    private const int TextMax = 32;

    /// <exception cref="ArgumentException">The configuration cannot be kept, named by its field.</exception>
    internal static void Require(DeviceConfiguration c, int memoryLength)
    {
        IsText(c.Model, nameof(c.Model));
        IsText(c.Serial, nameof(c.Serial));
        IsWithin(c.Needles, 1, byte.MaxValue, nameof(c.Needles));
        IsWithin(c.DepthMinUm, 1, c.DepthMaxUm, nameof(c.DepthMinUm));
        IsWithin(c.DoseMinNl, 1, c.DoseMaxNl, nameof(c.DoseMinNl));
        IsWithin(c.DoseStepNl, 1, c.DoseMaxNl, nameof(c.DoseStepNl));
        IsWithin(c.MinIntervalMs, 1, ushort.MaxValue, nameof(c.MinIntervalMs));
        IsWithin(c.LeaseMaxMs, 1, LeaseLimitMs, nameof(c.LeaseMaxMs));
        IsWithin(c.JournalCapacity, JournalMin, ushort.MaxValue, nameof(c.JournalCapacity));
        IsWithin(c.PermitShotsMax, 1, c.JournalCapacity, nameof(c.PermitShotsMax));
        IsWithin(c.CartridgeNl, 1, uint.MaxValue, nameof(c.CartridgeNl));
        IsWithin(c.PrimeMaxNl, 1, int.MaxValue, nameof(c.PrimeMaxNl));
        IsWithin(c.TriggerModes, 1, 7, nameof(c.TriggerModes));
        IsWithin(c.PlungerStepsPerMl, 1, int.MaxValue, nameof(c.PlungerStepsPerMl));
        IsWithin(c.NeedleOutUmPerS, 1, int.MaxValue, nameof(c.NeedleOutUmPerS));
        IsWithin(c.NeedleBackUmPerS, 1, int.MaxValue, nameof(c.NeedleBackUmPerS));
        IsWithin(c.SettleMs, 0, ushort.MaxValue, nameof(c.SettleMs));
        IsWithin(c.DwellMs, 0, ushort.MaxValue, nameof(c.DwellMs));
        IsWithin(c.DepthToleranceUm, Needle.ArrivalUm, int.MaxValue, nameof(c.DepthToleranceUm));
        IsWithin(c.TriggerStuckMs, 1, int.MaxValue, nameof(c.TriggerStuckMs));

        PlungerScale scale = new(c.PlungerStepsPerMl);
        IsWithin(scale.StepsIn(c.DoseMinNl), 1, uint.MaxValue, nameof(c.PlungerStepsPerMl));
        IsWithin(scale.StepsIn(c.FlowNlPerS), 1, int.MaxValue, nameof(c.FlowNlPerS));
        IsWithin(memoryLength, NonVolatileLayout.RequiredLength(c), int.MaxValue, nameof(c.JournalCapacity));
    }

    private static void IsWithin(long value, long low, long high, string name)
    {
        if (value < low || value > high)
        {
            throw new ArgumentException($"{name} leads to {value}, which is not within {low} and {high}.", name);
        }
    }

    private static void IsText(string value, string name)
    {
        if (value.Length > TextMax || value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            throw new ArgumentException($"{name} must be at most {TextMax} characters of ASCII 0x20 to 0x7E.", name);
        }
    }
}
