namespace MesoPen.Host.Connection;

/// <summary>Times and counts of a <see cref="DeviceConnection"/>. The defaults are those of the field.</summary>
public sealed record ConnectionOptions
{
    /// <summary>How long one sending of a request waits for its answer. A device answers within 20 ms (protocol.md section 7); the rest is the line.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromMilliseconds(150);

    /// <summary>How often the same bytes are sent again before the link counts as lost.</summary>
    public int Repeats { get; init; } = 4;

    /// <summary>While connected: nothing heard for this long, and the link counts as lost.</summary>
    public TimeSpan SilenceLimit { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>While connected: nothing sent for this long, and the status is asked for.</summary>
    public TimeSpan StatusInterval { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Opening and identifying together may take this long.</summary>
    public TimeSpan FindTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Median wait before the second attempt to find the device; it grows exponentially, with jitter.</summary>
    public TimeSpan FirstBackoff { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Longest wait between two attempts.</summary>
    public TimeSpan LongestBackoff { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>A connection that held for less than this counts as a failed attempt, so that a device that flaps is not found in a tight circle.</summary>
    public TimeSpan SettledAfter { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>So many failed identifications of a device that answers within <see cref="BreakerWindow"/>, and attempts pause for <see cref="BreakerPause"/>. At least 2.</summary>
    public int BreakerFailures { get; init; } = 5;

    /// <summary>See <see cref="BreakerFailures"/>.</summary>
    public TimeSpan BreakerWindow { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>See <see cref="BreakerFailures"/>.</summary>
    public TimeSpan BreakerPause { get; init; } = TimeSpan.FromSeconds(10);
}
