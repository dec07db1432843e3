namespace MesoPen.Tests.Walls;

/// <summary>Time comes from a TimeProvider or a value, chance from a seed: the analyzer's list holds in every project.</summary>
public sealed class AmbientTimeTests
{
    [Fact]
    [Trait("Requirement", "SR-154")]
    public void Banned_symbols_hold_in_every_project_but_the_stand_ins_and_the_benchmarks()
    {
        // Aim: nobody switches the ban off, and the analyzer is applied by the root's file and not project by project.
        string targets = Repository.Read("Directory.Build.targets");
        Assert.Contains("Microsoft.CodeAnalysis.BannedApiAnalyzers", targets, StringComparison.Ordinal);
        Assert.Contains("eng/BannedSymbols.txt", targets, StringComparison.Ordinal);
        Assert.Contains("'$(BanAmbientTime)' != 'false'", targets, StringComparison.Ordinal);
        IEnumerable<ProjectFile> bound = ProjectFile.Under("src").Concat(ProjectFile.Under("tests")).Where(each => each.Name != "MesoPen.Benchmarks");
        Assert.All(bound, project => Assert.True(project.BansAmbientTime, $"{project.Path} lifts the ban."));
        Assert.Single(Repository.Files(), path => path.EndsWith("Directory.Build.targets", StringComparison.Ordinal));
        Assert.Single(Repository.Files(), path => path.EndsWith("Directory.Build.props", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("P:System.DateTime.Now")]
    [InlineData("P:System.DateTime.UtcNow")]
    [InlineData("P:System.DateTimeOffset.UtcNow")]
    [InlineData("P:System.Environment.TickCount64")]
    [InlineData("M:System.Threading.Thread.Sleep(System.Int32)")]
    [InlineData("M:System.Threading.Tasks.Task.Delay(System.Int32)")]
    [InlineData("M:System.Threading.Tasks.Task.Delay(System.TimeSpan)")]
    [InlineData("T:System.Threading.Timer")]
    [InlineData("T:System.Threading.PeriodicTimer")]
    [InlineData("P:System.Random.Shared")]
    [InlineData("M:System.Random.#ctor")]
    public void List_bans(string symbol)
    {
        // Aim: the list itself is not thinned out.
        Assert.Contains(Repository.Lines("eng/BannedSymbols.txt"), line => line.StartsWith(symbol + ";", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Requirement", "SR-154")]
    public void Nothing_silences_the_list_or_the_compiler()
    {
        // Aim: no pragma, attribute or project property takes a banned symbol, a warning or a checked sum back out.
        IEnumerable<ProjectFile> bound = ProjectFile.Under("src").Concat(ProjectFile.Under("tests")).Where(each => each.Name != "MesoPen.Benchmarks");
        Assert.All(bound, project => Assert.Empty(project.Loosened));
        foreach (string path in Repository.Code("src").Concat(Repository.Code("tests")))
        {
            string code = Repository.Read(path);
            Assert.False(code.Contains("RS00" + "30", StringComparison.Ordinal), $"{path} silences the list.");
            bool silent = path.StartsWith("src/", StringComparison.Ordinal) && code.Contains("#pragma warning", StringComparison.Ordinal);
            Assert.False(silent, $"{path} silences the compiler.");
        }

        string props = Repository.Read("Directory.Build.props");
        foreach (string wanted in (string[])
        [
            "<TreatWarningsAsErrors>true<", "<CheckForOverflowUnderflow>true<", "<Nullable>enable<", "<AnalysisLevel>latest-recommended<",
        ])
        {
            Assert.Contains(wanted, props, StringComparison.Ordinal);
        }
    }
}
