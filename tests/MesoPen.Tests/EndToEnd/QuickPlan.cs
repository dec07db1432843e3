namespace MesoPen.Tests.EndToEnd;

/// <summary>A plan that a fast operator carries out in about two seconds: three zones, both trigger modes, two doses and depths.</summary>
internal static class QuickPlan
{
    public const string Profile = "gun-5";

    public const int Points = 16;

    public const string Text = """
        plan: 1
        id: quick
        title: "Three zones, sixteen points"
        profile: gun-5
        product:
          name: "Hyaluronic acid (example)"
          lot: "EXAMPLE-01"
          expires: 2090-12-31
          volume_nl: 5000000
        prime_nl: 100000
        needle:
          sticks_max: 200
          reason: "one head for a test"
        zones:
          - zone: forehead
            technique: stamp
            trigger: repeat
            points: 6
            dose_nl: 20000
            needle_length_um: 900
            angle_deg: 90
            spacing_um: 10000
            min_interval_ms: 112
          - zone: cheek.left
            technique: stamp
            trigger: repeat
            points: 5
            dose_nl: 20000
            needle_length_um: 900
            angle_deg: 90
            spacing_um: 10000
            min_interval_ms: 112
          - zone: cheek.right
            technique: stamp
            trigger: single
            points: 5
            dose_nl: 15000
            needle_length_um: 800
            angle_deg: 90
            spacing_um: 10000
            min_interval_ms: 112

        """;

    /// <summary>
    /// Fewer points and longer pauses, for tests that do something in the middle of a treatment: a loaded machine must not let it
    /// end before.
    /// </summary>
    public static string Slow { get; } = Text.Replace("min_interval_ms: 112", "min_interval_ms: 400", StringComparison.Ordinal)
        .Replace("points: 6", "points: 7", StringComparison.Ordinal).Replace("points: 5", "points: 1", StringComparison.Ordinal);

    /// <summary>More points, for tests that interrupt one treatment several times.</summary>
    public static string Long { get; } = Text.Replace("points: 6", "points: 16", StringComparison.Ordinal)
        .Replace("points: 5", "points: 10", StringComparison.Ordinal);
}
