namespace MesoPen.Firmware;

/// <summary>Notices that the firmware itself stood still (SR-138).</summary>
internal static class Watchdog
{
    /// <summary>
    /// Longest time between two ticks, ms. Twice the longest lease: whatever was granted before such a gap is dead, and the host
    /// is told that the device was not watching.
    /// </summary>
    internal const int LimitMs = 500;

    /// <summary>Whether a gap between ticks counts as a watchdog reset.</summary>
    internal static bool Bites(long gapMs) => gapMs > LimitMs;
}
