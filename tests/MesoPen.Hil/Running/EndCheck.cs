using System.Text.Json.Nodes;
using MesoPen.Host.Control;
using MesoPen.Host.Records;

using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary>Holds the end of a virtual run against what the scenario expects, and the record against the plant.</summary>
internal static class EndCheck
{
    /// <exception cref="StepFailedException">Something is not as expected.</exception>
    public static void Require(Scenario scenario, VirtualRun run)
    {
        VirtualTreatment treatment = run.Treatment;
        bool settled = treatment.Oracle.Disk is { Open: false, UnknownShots: 0 };
        if (settled && scenario.Excuses.All(excuse => excuse.Invariant != 6) && TruthComparison.Of(treatment) is { Count: > 0 } wrong)
        {
            throw new StepFailedException("comparison", 0, string.Join(" ", wrong));
        }

        if (scenario.FaultsMustBegin && run.FaultsBegun < scenario.Rig.Faults.Count && scenario.Rig.Weather == LinkWeather.Clear)
        {
            throw new StepFailedException(
                "step", 0, $"{scenario.Rig.Faults.Count - run.FaultsBegun} of the rig's {scenario.Rig.Faults.Count} faults never began: their time, shot or message did not come ({string.Join(", ", scenario.Rig.FaultTexts)}).");
        }

        RecordFigures figures = RecordFigures.Of(treatment.Disk.Entries, treatment.Input.Plan);
        foreach (Expectation expected in scenario.Expect)
        {
            if (Differs(expected, scenario, run, figures) is { } sentence)
            {
                throw new StepFailedException("expectation", expected.Line, sentence);
            }
        }
    }

    private static string? Differs(Expectation expected, Scenario scenario, VirtualRun run, RecordFigures figures)
    {
        VirtualTreatment treatment = run.Treatment;
        switch (expected.Kind)
        {
            case ExpectationKind.Runs:
                return expected.Outcomes.SequenceEqual(run.Ends) ? null : $"The runs ended {Words(run.Ends)}, not {Words(expected.Outcomes)}.";
            case ExpectationKind.State:
                return run.LastState == expected.Name ? null : $"The session was last {run.LastState}, not {expected.Name}.";
            case ExpectationKind.Device:
                string device = treatment.Device.Status?.State.ToString().ToLowerInvariant() ?? "without power";
                return device == expected.Name ? null : $"The device is {device}, not {expected.Name}.";
            case ExpectationKind.Refusal:
                return Heard(run.Watch.Refusals, expected.Name) ? null : $"Nobody was told a refusal with {expected.Name}; told was: {Words(run.Watch.Told)}";
            case ExpectationKind.Told:
                return Heard(run.Watch.Told, expected.Name) ? null : $"Nobody was told {expected.Name}; told was: {Words(run.Watch.Told)}";
            case ExpectationKind.Asked:
                return Heard(run.Watch.Questions, expected.Name) ? null : $"Nobody was asked {expected.Name}; asked was: {Words(run.Watch.Questions)}";
            case ExpectationKind.Latched:
                return figures.Latched.Contains(expected.Name) ? null : $"Fault {expected.Name} did not latch; latched have {Words(figures.Latched)}.";
            case ExpectationKind.Wire:
                return Value(expected, run.Watch.SentOf(expected.Name), "frames sent");
            case ExpectationKind.Record:
                return Value(expected, figures.Of(expected.Name, expected.Zone), "of the record");
            default:
                return Value(expected, Truth(expected.Name, run), "of the plant");
        }
    }

    private static long Truth(string name, VirtualRun run)
    {
        VirtualTreatment treatment = run.Treatment;
        return name switch
        {
            "shots" => treatment.Strokes.Count,
            "delivered_nl" => (long)Math.Round(treatment.Oracle.TruthNl),
            "deepest_um" => treatment.Strokes.Select(stroke => stroke.DepthUm).DefaultIfEmpty(0).Max(),
            "boots" => run.Watch.Boots,
            "cartridges" => treatment.Device.Plant.CartridgeId,
            _ => throw new InvalidOperationException($"No figure {name}."),
        };
    }

    private static string? Value(Expectation expected, long value, string of) =>
        expected.Allows(value) ? null : $"{expected.Name}{(expected.Zone is { } zone ? " of " + zone : "")} {of} is {value}, not {expected.Bounds}.";

    private static bool Heard(IEnumerable<string> texts, string part) => texts.Any(text => text.Contains(part, StringComparison.OrdinalIgnoreCase));

    private static string Words(IEnumerable<string> words) => string.Join(" | ", words.DefaultIfEmpty("nothing"));
}
