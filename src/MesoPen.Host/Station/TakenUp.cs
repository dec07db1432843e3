namespace MesoPen.Host.Station;

/// <summary>A session that was taken up again after the program was interrupted: what the station then finds standing, no person confirmed.</summary>
internal static class TakenUp
{
    private const string Since = ", which took the session up again after an interruption";
    private const string Before = " by station ";

    /// <summary>Who confirmed, for the session's record.</summary>
    public static string By(string station) => "station " + station + Since;

    /// <summary>The text of such a confirmation as a sentence; null if a person confirmed.</summary>
    public static string? Sentence(string confirmed)
    {
        int by = confirmed.LastIndexOf(Before, StringComparison.Ordinal);
        return by < 0 || !confirmed.EndsWith(Since, StringComparison.Ordinal) ? null
            : $"Taken up again after an interruption by station {confirmed[(by + Before.Length)..^Since.Length]}, which found standing: {confirmed[..by]}.";
    }
}
