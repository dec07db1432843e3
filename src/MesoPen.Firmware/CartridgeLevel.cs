namespace MesoPen.Firmware;

/// <summary>How far the plunger may still go.</summary>
internal static class CartridgeLevel
{
    /// <summary>
    /// Steps left in the cartridge. A broken encoder may say anything: what the wire cannot hold is not reckoned with.
    /// </summary>
    internal static long Steps(in Senses senses, long positionSteps, PlungerScale scale)
    {
        if (!senses.CartridgePresent || senses.PlungerEndSteps <= positionSteps)
        {
            return 0;
        }

        ulong left = unchecked((ulong)senses.PlungerEndSteps - (ulong)positionSteps);
        return (long)Math.Min(left, (ulong)scale.StepsIn(uint.MaxValue));
    }
}
