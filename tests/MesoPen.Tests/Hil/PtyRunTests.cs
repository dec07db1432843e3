using MesoPen.Host.Input;

namespace MesoPen.Tests.Hil;

/// <summary>Scenarios with real processes on a pseudo-terminal, in real time.</summary>
public sealed class PtyRunTests
{
    [Fact]
    public void Scenario_with_a_stop_and_a_person_who_resumes_passes()
    {
        // Aim: steps, a second run of treat, every kind of expectation, and the oracle, on a treatment that is as it should be.
        ScenarioRun run = PtyScenario.Run("""
            rig: {resume: 300ms}
            steps:
              - {when: shot 2 flows, do: stop}
              - {expect: needle and plunger are at rest, within: 250ms}
              - {expect: run 1 ends, within: 5s}
              - {expect: a row released is written, within: 30s}
              - {expect: 4 shots are fired, within: 60s}
              - {expect: the treatment is closed, within: 10s}
            expect:
              - runs: [stopped, completed]
              - {record: shots, at_least: 4, unit: shots}
              - {record: unknown_nl, equals: 0, unit: nl}
              - {truth: boots, equals: 1}
              - {wire: stop, at_least: 1}
              - told: "Every zone had its points."
            """);

        Assert.True(run.Passed, run.Passed ? "" : RunReport.Of(run));
        Assert.True(run.Shots >= 4);
    }

    [Theory]
    [InlineData("host.kill@shot=2.flow,for=300ms", "killed")]
    [InlineData("host.pause@shot=2.flow,for=1s", null)]
    [InlineData("disk.locked@shot=2.flow,for=2s", null)]
    public void Fault_of_the_host_befalls_the_real_one_and_the_treatment_is_completed(string fault, string? first)
    {
        // Aim: killed, halted and locked out of its journal as by the operating system; the needle is held to its limits throughout.
        ScenarioRun run = PtyScenario.Run($$"""
            rig: {faults: ["{{fault}}"]}
            expect:
              - runs: [{{(first is null ? "" : first + ", ")}}completed]
              - {record: unknown_nl, equals: 0, unit: nl}
            """);

        Assert.True(run.Passed, run.Passed ? "" : RunReport.Of(run));
    }

    [Fact]
    public void Wrong_expectation_fails_with_its_line_the_last_events_and_the_command()
    {
        // Aim: what a person reads of a failure leads to the line, to what happened, and to the same run again.
        const string More = """
            expect:
              - runs: [completed]
              - {record: shots, equals: 3, unit: shots}
            """;
        ScenarioRun run = PtyScenario.Run(More);

        RunFailure failure = Assert.IsType<RunFailure>(run.Failure);
        Assert.Equal(("expectation", PtyScenario.LineOf(More, "equals: 3")), (failure.Kind, failure.Line));
        Assert.Equal("shots of the record is 4, not 3.", failure.Sentence);
        Assert.Contains(failure.Events, line => line.Contains("needle_home", StringComparison.Ordinal));
        Assert.Contains(failure.Events, line => line.Contains("notice", StringComparison.Ordinal));
        Assert.Contains("--level pty --seeds 1-1", failure.Reproduce, StringComparison.Ordinal);
    }

    [Fact]
    public void Step_whose_expectation_does_not_come_fails_with_its_line()
    {
        // Aim: a deadline is a deadline at this level too, stated allowance included.
        const string More = """
            steps:
              - {expect: run 2 ends, within: 100ms}
            """;
        RunFailure failure = Assert.IsType<RunFailure>(PtyScenario.Run(More).Failure);

        Assert.Equal(("expectation", PtyScenario.LineOf(More, "run 2 ends")), (failure.Kind, failure.Line));
    }

    [Fact]
    public void Planted_overdose_is_caught_by_the_truth_and_an_excuse_lets_it_pass()
    {
        // Aim: the oracle of this level can fail: a gun that gives more than its encoder says breaks invariant 2, whatever the record says.
        RunFailure failure = Assert.IsType<RunFailure>(PtyScenario.Run("rig: {faults: [\"overdose@shot=2\"]}").Failure);
        Assert.Equal("invariant-2", failure.Kind);

        ScenarioRun excused = PtyScenario.Run("""
            rig: {faults: ["overdose@shot=2"]}
            excuse:
              - {invariant: 2, because: "the gun gives more than it says"}
              - {invariant: 6, because: "and so the record has less than left the tips"}
            """);
        Assert.True(excused.Passed, excused.Passed ? "" : RunReport.Of(excused));
    }

    [Fact]
    public void Programs_that_are_not_there_are_named_in_one_sentence()
    {
        // Aim: a folder into which only half was carried says what is missing.
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "mesopen"), "");
            Assert.Contains("mesopen is not here", Assert.Throws<InputException>(() => ProductPrograms.In(folder)).Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
