namespace MesoPen.Host.Clinic.Treatments;

/// <summary>
/// Whether this station's clock can be right. One that was set back would make valid again what has expired: screenings, lots, opened vials,
/// competence.
/// </summary>
public static class ClockSense
{
    // Clocks that are kept by the network differ by milliseconds; this forgives one that drifts, and no expiry here is counted finer than in hours.
    private static readonly TimeSpan Forgiven = TimeSpan.FromMinutes(5);

    /// <summary>Why nothing can be armed by this clock; null if nothing speaks against it.</summary>
    public static Problem? Blocks(ClinicState state, TreatmentIntent intent, DateTimeOffset now) => Behind(state, now);

    /// <summary>Why nothing that expires can be judged by this clock; null if nothing speaks against it.</summary>
    public static Problem? Behind(ClinicState state, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        return now < state.LastAt - Forgiven
            ? TreatmentProblems.ClockBehind.With($"This station's clock says {now.UtcDateTime:yyyy-MM-dd HH:mm} UTC, and the records go to {state.LastAt.UtcDateTime:yyyy-MM-dd HH:mm}.")
            : null;
    }
}
