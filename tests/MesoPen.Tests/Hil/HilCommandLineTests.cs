using System.Xml.Linq;
using MesoPen.Tests.Protocol;

namespace MesoPen.Tests.Hil;

public sealed class HilCommandLineTests
{
    [Fact]
    [Trait("Requirement", "SR-150")]
    public void Same_seeds_give_the_same_traces_on_one_thread_and_on_two()
    {
        // Aim: no race of threads can change a run: bit for bit the same from a seed.
        string folder = RepositoryFile.PathOf("tests/scenarios/link");
        string Trace(string jobs) => Run(0, "run", folder, "--seeds", "1-4", "--jobs", jobs).Output.Split("trace ")[1][..16];

        string one = Trace("1");

        Assert.Equal(one, Trace("2"));
        Assert.Equal(one, Trace("2"));
    }

    [Fact]
    public void Failure_says_invariant_or_line_time_events_and_how_to_see_it_again()
    {
        // Aim: whoever reads a red pipeline has all in one place. The fault is planted: an expectation that cannot hold.
        using ScenarioText text = new("expect:\n  - record: shots\n    equals: 3\n    unit: shots");

        (string output, string error) = Run(1, "run", text.PathOf, "--seeds", "7");

        Assert.Contains("made-up.yaml:7: shots of the record is 2, not 3.", error, StringComparison.Ordinal);
        Assert.Contains("The last 50 events:", error, StringComparison.Ordinal);
        Assert.Contains($"Again: mesopen-hil run {text.PathOf} --seeds 7-7", error, StringComparison.Ordinal);
        Assert.EndsWith("0 passed, 1 failed, 0 skipped\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Fault_that_never_begins_fails_its_scenario()
    {
        // Aim: a scenario is no evidence for a fault that did not come: there is no shot 99.
        using ScenarioText text = new("rig: {faults: [occlusion@shot=99]}");

        Assert.Contains("1 of the rig's 1 faults never began", Run(1, "run", text.PathOf).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Planted_overdose_is_caught_by_the_plants_truth()
    {
        // Aim: the oracle can fail: a plunger that gives half as much again, which no encoder shows.
        using ScenarioText text = new("rig: {faults: [overdose=500permille]}");

        Assert.Contains("invariant-2", Run(1, "run", text.PathOf).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Shrinking_leaves_the_fault_that_matters()
    {
        // Aim: of two faults, a weather and a step one fault is needed for the failure.
        using ScenarioText text = new(
            "rig: {weather: ordinary, resume: 1s, faults: [link.cut@t=1s, overdose=500permille]}\nsteps:\n  - at: 100ms\n    do: answer \"Prime\" with yes");

        string output = Run(1, "run", text.PathOf, "--shrink").Output;

        Assert.Contains("invariant-2 with seed 1 needs the faults overdose=500permille, the weather clear, the steps none", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_carry_requirements_hazards_seed_and_level()
    {
        // Aim: what a pipeline and a safety case read from the files.
        using ScenarioText text = new("requirements: [SR-001]\nhazards: [HZ-01]");
        string junit = Path.Combine(text.Folder, "out.xml"), ctrf = Path.Combine(text.Folder, "out.json"), summary = Path.Combine(text.Folder, "out.md");

        Run(0, "run", text.PathOf, "--seeds", "3-4", "--junit", junit, "--ctrf", ctrf, "--summary", summary);

        XElement[] cases = [.. XDocument.Load(junit).Descendants("testcase")];
        Assert.Equal(2, cases.Length);
        string Property(XElement of, string name) => of.Descendants("property").First(each => (string?)each.Attribute("name") == name).Attribute("value")!.Value;
        Assert.Equal(("SR-001", "HZ-01", "3", "virtual"), (Property(cases[0], "requirement"), Property(cases[0], "hazard"), Property(cases[0], "seed"), Property(cases[0], "level")));
        Assert.Contains("\"passed\": 2", File.ReadAllText(ctrf), StringComparison.Ordinal);
        Assert.Contains("| A short treatment | virtual | 2 | 0 | SR-001 | HZ-01 |", File.ReadAllText(summary), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("run", "nowhere")]
    [InlineData("run", "nowhere", "--seeds", "9-1")]
    [InlineData("soak")]
    [InlineData("soak", "--minutes", "0")]
    [InlineData("replay", "nowhere.yaml")]
    [InlineData("grid", "--only", "gremlin")]
    [InlineData("from-journal", "nowhere")]
    [InlineData("dance")]
    public void Bad_command_line_ends_with_2_and_a_sentence(params string[] arguments)
    {
        // Aim: nothing is run, and one sentence says what is wrong.
        (string output, string error) = Run(2, arguments);

        Assert.Empty(output);
        Assert.NotEmpty(error);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_that_cannot_be_written_is_found_before_anything_runs()
    {
        // Aim: not after an hour's work.
        using ScenarioText text = new("");

        Assert.Contains("cannot be written", Run(2, "run", text.PathOf, "--junit", Path.Combine(text.Folder, "no", "out.xml")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_of_the_catalogue_has_a_row_in_the_grid()
    {
        // Aim: a fault that is added to the catalogue cannot stay out of the grid.
        Assert.Empty(GridRows.Missing);
        Assert.Equal(GridRows.All.Count, GridRows.All.Select(row => row.Fault).Distinct().Count());
    }

    [Fact]
    public void Random_treatment_is_the_same_again()
    {
        // Aim: mesopen-hil replay SEED shows what mesopen-hil soak found.
        Assert.Contains(": the same.", Run(0, "replay", "11").Output, StringComparison.Ordinal);
        Assert.EndsWith("8 passed, 0 failed, 0 skipped\n", Run(0, "soak", "--seeds", "1-8").Output, StringComparison.Ordinal);
    }

    private static (string Output, string Error) Run(int exit, params string[] arguments)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        int code = HilCommandLine.Run(arguments, output, error);
        Assert.True(exit == code, $"Ended with {code}.\n{output}\n{error}");
        return (output.ToString(), error.ToString());
    }
}
