namespace MesoPen.Hil;

/// <summary>Holds the end of a run with real processes against what the scenario expects, by the same names as on virtual time.</summary>
internal static class PtyEndCheck
{
    /// <exception cref="StepFailedException">Something is not as expected.</exception>
    public static void Require(Scenario scenario, PtyRun run)
    {
        RecordFigures figures = RecordFigures.Of(run.Rows(), scenario.Input.Plan);
        SentFrames sent = run.Sent();
        foreach (Expectation expected in scenario.Expect)
        {
            if (Differs(expected, run, figures, sent) is { } sentence)
            {
                throw new StepFailedException("expectation", expected.Line, sentence);
            }
        }
    }

    private static string? Differs(Expectation expected, PtyRun run, RecordFigures figures, SentFrames sent) => expected.Kind switch
    {
        ExpectationKind.Runs => expected.Outcomes.SequenceEqual(run.Ends) ? null : $"The runs ended {Words(run.Ends)}, not {Words(expected.Outcomes)}.",
        ExpectationKind.Refusal => Heard(run.Watch.Refusals, expected.Name) ? null : $"Nobody was told a refusal with {expected.Name}; told was: {Words(run.Watch.Told)}",
        ExpectationKind.Told => Heard(run.Watch.Told, expected.Name) ? null : $"Nobody was told {expected.Name}; told was: {Words(run.Watch.Told)}",
        ExpectationKind.Latched => figures.Latched.Contains(expected.Name) ? null : $"Fault {expected.Name} did not latch; latched have {Words(figures.Latched)}.",
        ExpectationKind.Wire => Value(expected, sent.Of(expected.Name), "frames sent"),
        ExpectationKind.Record => Value(expected, figures.Of(expected.Name, expected.Zone), "of the record"),
        ExpectationKind.Truth => Value(expected, Truth(expected.Name, run.Truth), "of the plant"),
        _ => throw new InvalidOperationException($"No way to see {expected.Kind}."),
    };

    private static long Truth(string name, TruthLog truth) => name switch
    {
        "shots" => truth.Strokes.Count,
        "delivered_nl" => truth.StrokeNl,
        "deepest_um" => truth.Strokes.Select(stroke => stroke.DepthUm).DefaultIfEmpty(0).Max(),
        "boots" => truth.Boots,
        "cartridges" => truth.Cartridges,
        _ => throw new InvalidOperationException($"No figure {name}."),
    };

    private static string? Value(Expectation expected, long value, string of) =>
        expected.Allows(value) ? null : $"{expected.Name}{(expected.Zone is { } zone ? " of " + zone : "")} {of} is {value}, not {expected.Bounds}.";

    private static bool Heard(IEnumerable<string> texts, string part) => texts.Any(text => text.Contains(part, StringComparison.OrdinalIgnoreCase));

    private static string Words(IEnumerable<string> words) => string.Join(" | ", words.DefaultIfEmpty("nothing"));
}
