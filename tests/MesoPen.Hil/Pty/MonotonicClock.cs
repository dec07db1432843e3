namespace MesoPen.Hil;

/// <summary>This machine's monotonic clock: the one that the simulator and captures stamp their lines with.</summary>
internal static class MonotonicClock
{
    /// <summary>Now, µs.</summary>
    public static long NowUs => (long)TimeProvider.System.GetElapsedTime(0).TotalMicroseconds;
}
