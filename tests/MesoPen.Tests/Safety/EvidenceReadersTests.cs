namespace MesoPen.Tests.Safety;

/// <summary>What counts as a test or a scenario that names a requirement.</summary>
public sealed class EvidenceReadersTests
{
    [Fact]
    public void Written_test_has_the_traits_of_its_class_and_its_own()
    {
        // Aim: attributes over several lines, comments between, and what is no test.
        const string Code = """
            namespace MesoPen.Kernel.Tests.Sessions;

            /// <summary>Made up.</summary>
            [Trait("Requirement", "SR-001")]
            public sealed class MadeUpTests
            {
                [Fact]
                public void Plain() { }

                [Theory]
                [InlineData(
                    "a, b]", 1)]
                // Why.
                [Trait("Requirement", "SR-003")]
                [Trait("Requirement", "SR-002")]
                [Trait("Other", "SR-004")]
                public async Task Own(string what, int number)
                {
                }

                [Trait("Requirement", "SR-005")]
                public void No_test() { }
            }
            """;
        Assert.Collection(
            WrittenTests.In(Code),
            test => Assert.Equal(("Kernel.Tests.Sessions.MadeUpTests.Plain", true, "SR-001"), Words(test)),
            test => Assert.Equal(("Kernel.Tests.Sessions.MadeUpTests.Own", true, "SR-001 SR-002 SR-003"), Words(test)));
    }

    [Theory]
    [InlineData("[Fact(Explicit = true)]", false)]
    [InlineData("[Fact(Sk" + "ip = \"later\")]", false)]
    [InlineData("[Theory(Sk" + "ipWhen = nameof(Slow))]", false)]
    [InlineData("[Theory(DisplayName = \"x\", Sk" + "ipUnless = nameof(Slow))]", false)]
    [InlineData("[Fact(DisplayName = \"x\")]", true)]
    public void Written_test_that_is_skipped_or_explicit_does_not_run(string attribute, bool runs)
    {
        // Aim: each way in which a test program leaves a test out.
        string code = $"class X\n    {attribute}\n    [Trait(\"Requirement\", \"SR-001\")]\n    public void Test()\n";
        Assert.Equal(runs, Assert.Single(WrittenTests.In(code)).Runs);
    }

    [Fact]
    public void Reflected_test_that_is_skipped_or_explicit_or_has_a_case_that_is_does_not_run()
    {
        // Aim: the same by reflection, a theory's cases too.
        Type made = new EmittedTests()
            .Fact("Plain").FactFor("Own", "SR-002").Fact("Explicit_one", "Explicit", true).Fact("Left_out", "Sk" + "ip", "later")
            .Fact("Left_out_at_times", "SkipUnless", "Slow").Theory("Case_left_out", "Sk" + "ip", "later").Finish();
        Dictionary<string, Evidence> found = ReflectedTests.In([made]).ToDictionary(test => test.Name.Split('.')[^1]);
        Assert.Equal(6, found.Count);
        Assert.Equal(["Own", "Plain"], found.Where(test => test.Value.Runs).Select(test => test.Key).Order(StringComparer.Ordinal));
        Assert.Equal(["SR-001", "SR-002"], found["Own"].Requirements);
    }

    [Fact]
    public void Scenario_is_read_by_the_keys_that_matter()
    {
        // Aim: everything else in the file is somebody else's business; one value stands for a list of one.
        Evidence scenario = ScenarioFiles.Read(
            """
            id: stop-in-a-shot
            title: "Stop: in a shot"
            requirements: [SR-060, SR-061]
            hazards: HZ-11
            levels:
              - virtual
              - pty
            steps: [{when: {shot: 2}, do: stop}]
            """);
        Assert.Equal(("stop-in-a-shot", true, "SR-060 SR-061"), Words(scenario));
        Assert.True(scenario.IsScenario);
        Assert.Equal(["HZ-11"], scenario.Hazards);
        Assert.Equal(["virtual", "pty"], scenario.Levels);
    }

    [Theory]
    [InlineData("title: no id")]
    [InlineData("- a list")]
    [InlineData("")]
    [InlineData("id: [unfinished")]
    public void Text_that_is_no_scenario_is_refused(string yaml)
    {
        // Aim: a file that nobody could run is not passed over in silence.
        Assert.Throws<FormatException>(() => ScenarioFiles.Read(yaml));
    }

    private static (string Name, bool Runs, string Requirements) Words(Evidence each) =>
        (each.Name, each.Runs, string.Join(' ', each.Requirements));
}
