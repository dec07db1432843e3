namespace MesoPen.Tests.Safety;

/// <summary>Each check of the safety pages on small made-up ones, so that it is seen to fail.</summary>
public sealed class TraceabilityCheckTests
{
    private static readonly RequirementRow[] Requirements = [new("SR-001", "Permits", "One."), new("SR-002", "Permits", "Two.")];

    private static readonly HazardRow[] Hazards =
        [.. Enumerable.Range(1, Traceability.HazardsMin).Select(i => new HazardRow($"HZ-{i:00}", "Made up", "S1", ["SR-001"]))];

    private static readonly Evidence[] Tests = [Evidence.OfTest("A.One", true, "SR-001"), Evidence.OfTest("A.Two", true, "SR-002")];

    private static readonly Evidence Scenario = new("played", true, ["SR-001"], ["HZ-01"], ["virtual", "pty"]) { IsScenario = true };

    [Fact]
    public void Pages_without_a_hole_have_no_problem()
    {
        // Aim: the cases below each take one thing away from this.
        Assert.Empty(With([.. Tests, Scenario]).Problems());
    }

    [Fact]
    public void Fewer_hazards_than_wanted_are_a_problem()
    {
        // Aim: one less than enough.
        Assert.Equal(["There are 39 hazards of at least 40."], new Traceability(Hazards[..^1], Requirements, Tests).Problems());
    }

    [Theory]
    [InlineData("", "HZ-01 has no requirement.")]
    [InlineData("SR-009", "HZ-01 names SR-009, which does not exist.")]
    public void Hazard_that_leads_nowhere_is_a_problem(string requirement, string problem)
    {
        // Aim: no requirement, and one that does not exist.
        HazardRow row = Hazards[0] with { Requirements = [.. requirement.Split(' ', StringSplitOptions.RemoveEmptyEntries)] };
        Assert.Equal([problem], new Traceability([row, .. Hazards[1..]], Requirements, Tests).Problems());
    }

    [Fact]
    public void Id_twice_is_a_problem()
    {
        // Aim: hazards, requirements, tests and scenarios apart.
        Assert.Equal(["HZ-01 is there twice."], new Traceability([.. Hazards, Hazards[0]], Requirements, Tests).Problems());
        Assert.Equal(["SR-002 is there twice."], new Traceability(Hazards, [.. Requirements, Requirements[1]], Tests).Problems());
        Assert.Equal(["Two tests or scenarios are called A.One."], With([.. Tests, Tests[0]]).Problems());
        Assert.Equal(["Two tests or scenarios are called played."], With([.. Tests, Scenario, Scenario]).Problems());
    }

    [Fact]
    public void Requirement_without_evidence_is_a_problem()
    {
        // Aim: the test is gone, and a scenario in its place is enough.
        Assert.Equal(["SR-002 has no test or scenario that runs."], With([Tests[0]]).Problems());
        Assert.Empty(With([Tests[0], Scenario with { Requirements = ["SR-002"] }]).Problems());
    }

    [Fact]
    public void Test_that_does_not_run_is_no_evidence()
    {
        // Aim: it does not count, and it is named even where another test does.
        Evidence skipped = Evidence.OfTest("A.Three", false, "SR-002");
        string[] problem = ["A.Three names SR-002 and is skipped or explicit."];
        Assert.Equal(["SR-002 has no test or scenario that runs.", .. problem], With([Tests[0], skipped]).Problems());
        Assert.Equal(problem, With([.. Tests, skipped]).Problems());
    }

    [Fact]
    public void Evidence_for_what_does_not_exist_is_a_problem()
    {
        // Aim: a slip in a trait, in a scenario's requirement and in its hazard.
        Evidence test = Evidence.OfTest("A.Three", true, "SR-100");
        Evidence scenario = Scenario with { Requirements = ["SR-200"], Hazards = ["HZ-99"] };
        Assert.Equal(
            [
                "A.Three names SR-100, which does not exist.", "played names SR-200, which does not exist.",
                "played names HZ-99, which does not exist.",
            ],
            With([.. Tests, test, scenario]).Problems());
    }

    [Fact]
    public void Scenario_without_a_level_is_a_problem()
    {
        // Aim: what runs nowhere is no evidence.
        Assert.Equal(["played has no level to run at."], With([.. Tests, Scenario with { Levels = [] }]).Problems());
    }

    [Fact]
    public void Page_that_is_out_of_date_is_told_with_its_first_line_that_differs()
    {
        // Aim: a line changed, lines missing at the end, a line too many.
        Traceability now = With([.. Tests, Scenario]);
        string page = now.Page();
        Assert.Null(now.ProblemOf(page));
        string? changed = now.ProblemOf("x" + page[1..]);
        Assert.StartsWith("traceability.md is out of date from line 1 on: # Traceability", changed, StringComparison.Ordinal);
        Assert.NotNull(now.ProblemOf(page[..^20]));
        Assert.EndsWith("it should end there", now.ProblemOf(page + "\n"), StringComparison.Ordinal);
        Assert.NotNull(With(Tests).ProblemOf(page));
    }

    [Fact]
    public void Page_leads_from_the_hazard_to_tests_and_scenarios_with_their_levels()
    {
        // Aim: both directions, in words.
        string page = With([.. Tests, Scenario]).Page();
        Assert.Contains(
            """
            ### HZ-01 Made up (S1)

            - [SR-001](#sr-001): `A.One`, scenario `played` (virtual, pty)
            - played through by scenario `played` (virtual, pty)

            """,
            page, StringComparison.Ordinal);
        Assert.Contains(
            """
            ### SR-002

            Two.

            - `A.Two`

            """,
            page, StringComparison.Ordinal);
    }

    private static Traceability With(IReadOnlyList<Evidence> evidence) => new(Hazards, Requirements, evidence);
}
