using System.Text.RegularExpressions;
using MesoPen.Tests.Walls;

namespace MesoPen.Tests.Safety;

/// <summary>docs/safety as it is against the tests and scenarios as they are. MESOPEN_WRITE_TRACEABILITY=1 writes the page anew.</summary>
public sealed partial class TraceabilityTests
{
    private const string Folder = "docs/safety/";
    private const string Page = Folder + "traceability.md";

    // Programs whose tests are read from their sources: this one does not reference them.
    private static readonly string[] Others = ["tests/MesoPen.Kernel.Tests"];

    [Fact]
    public void Every_hazard_has_a_requirement_and_every_requirement_a_test_or_scenario_that_runs()
    {
        // Aim: a hazard, a requirement or a piece of evidence that leads nowhere is named. Each check is seen to fail in TraceabilityCheckTests.
        string problems = string.Join('\n', Read().Problems());
        Assert.True(problems.Length == 0, problems);
    }

    [Fact]
    public void Page_shows_hazards_requirements_and_evidence_as_they_are()
    {
        // Aim: what somebody reads is what the tests name now.
        Traceability now = Read();
        string path = Path.Combine(Repository.Root, Page);
        if (Environment.GetEnvironmentVariable("MESOPEN_WRITE_TRACEABILITY") == "1")
        {
            File.WriteAllText(path, now.Page());
        }

        string? problem = now.ProblemOf(File.Exists(path) ? File.ReadAllText(path) : "");
        Assert.True(problem is null, problem);
    }

    [Fact]
    public void Sources_of_this_program_name_what_its_assembly_names()
    {
        // Aim: the reader of sources, which nothing else would contradict for the other programs, finds here exactly what reflection finds.
        Evidence[] written = [.. Repository.Code("tests/MesoPen.Tests").SelectMany(path => WrittenTests.In(Repository.Read(path)))];
        Assert.True(written.Length > 100, $"Only {written.Length} tests were found.");
        Assert.Equal(Words(ReflectedTests.In(typeof(TraceabilityTests).Assembly.GetTypes())), Words(written));
    }

    [Fact]
    public void Code_cites_requirements_that_exist()
    {
        // Aim: a comment that names a requirement leads to it.
        HashSet<string> known = [.. SafetyPages.Requirements(Repository.Read(Folder + "requirements.md")).Select(row => row.Id)];
        string[] cited = [.. Repository.Code("src").SelectMany(path => Cited().Matches(Repository.Read(path))).Select(match => match.Value)];
        Assert.True(cited.Length >= 10, $"Only {cited.Length} requirements are cited.");
        Assert.DoesNotContain(cited, id => !known.Contains(id));
    }

    [Fact]
    [Trait("Requirement", "SR-168")]
    public void First_screens_say_that_this_is_no_approved_medical_device()
    {
        // Aim: whoever looks only at the beginning reads it.
        const int Screen = 24;
        foreach (string page in new[] { "README.md", "docs/operating.md", Folder + "intended-use.md" })
        {
            string first = string.Join('\n', Repository.Lines(page).Take(Screen));
            Assert.Contains("is not an approved medical device", first, StringComparison.Ordinal);
        }
    }

    private static Traceability Read() => new(
        SafetyPages.Hazards(Repository.Read(Folder + "hazards.md")),
        SafetyPages.Requirements(Repository.Read(Folder + "requirements.md")),
        [
            .. ReflectedTests.In(typeof(TraceabilityTests).Assembly.GetTypes()),
            .. Others.SelectMany(Repository.Code).SelectMany(path => WrittenTests.In(Repository.Read(path))),
            .. Scenarios().Select(path => ScenarioFiles.Read(Repository.Read(path))),
        ]);

    private static IEnumerable<string> Scenarios() => Directory.Exists(Path.Combine(Repository.Root, "tests/scenarios"))
        ? Repository.Files("tests/scenarios").Where(path => Path.GetExtension(path) is ".yaml" or ".yml")
        : [];

    private static IEnumerable<string> Words(IEnumerable<Evidence> tests) =>
        tests.Select(test => $"{test.Name} {test.Runs} {string.Join(' ', test.Requirements)}").Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\bSR-\d+\b")]
    private static partial Regex Cited();
}
