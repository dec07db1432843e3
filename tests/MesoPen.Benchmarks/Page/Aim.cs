namespace MesoPen.Benchmarks;

/// <summary>One sentence on an aim: met, or missed and why.</summary>
internal static class Aim
{
    /// <param name="what">What was aimed at, and what was measured.</param>
    /// <param name="met">Whether it was met.</param>
    /// <param name="why">Where the rest goes; shown if it was missed.</param>
    public static string Line(string what, bool met, string why) => met ? $"Aim met: {what}.\n" : $"**Aim missed**: {what}. {why}\n";
}
