using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace MesoPen.Kernel.Tests.ModelCheck;

/// <summary>
/// Every interleaving of kernel, device, link, disk and person to a stated depth; docs/safety/model-check.md says what is modelled.
/// MESOPEN_MODEL_DEPTH goes deeper, MESOPEN_WRITE_MODEL=1 writes the page's figures anew.
/// </summary>
public sealed class ModelTests(ITestOutputHelper output)
{
    private const int UsualDepth = 6;
    private const int NearDepth = 3;

    /// <summary>One state in so many is played to its end.</summary>
    private const int PlayedOneIn = 250;

    private static readonly int Depth =
        int.TryParse(Environment.GetEnvironmentVariable("MESOPEN_MODEL_DEPTH"), NumberStyles.None, CultureInfo.InvariantCulture, out int depth) ? depth : UsualDepth;

    [Fact]
    public void Kernel_keeps_every_invariant_to_the_stated_depth()
    {
        // Aim: no order of arrivals, losses, resets, crashes and wishes leads to a state that breaks an invariant, or to one that calm cannot end.
        Stopwatch watch = Stopwatch.StartNew();
        Explorer explorer = new(new Bounds());
        explorer.Begin();
        explorer.Search(Depth);
        output.WriteLine($"searched in {watch.Elapsed.TotalSeconds:F1} s");
        int played = explorer.PlayOut(PlayedOneIn, explorer.States);
        string size = Size(explorer, played);
        output.WriteLine($"{size}{watch.Elapsed.TotalSeconds:F1} s in all");
        Assert.True(explorer.Violation is null, explorer.Violation);
        if (Depth == UsualDepth) { ModelPage.RequireSection("size", size); }
    }

    [Fact]
    public void Planted_defects_are_found_where_the_page_says()
    {
        // Aim: the check can fail. Each fault planted around the kernel breaks an invariant, by the shortest path that there is.
        StringBuilder table = new("\n| planted | found | moves | what does not hold |\n| --- | --- | --- | --- |\n");
        foreach (Defect defect in Enum.GetValues<Defect>().Where(each => each != Defect.None))
        {
            Explorer explorer = Hunt(defect);
            output.WriteLine($"{defect}: {explorer.Violation}");
            Assert.True(explorer.Violation is not null, $"{defect} is not found.");
            string by = explorer.FoundInCalm ? "in calm weather, after" : "by the search, after";
            table.Append(CultureInfo.InvariantCulture, $"| {Spaced(defect)} | {by} | {explorer.BrokenAt} | {explorer.Broken} |\n");
        }

        ModelPage.RequireSection("defects", table.Append('\n').ToString());
    }

    [Fact]
    public void Counter_example_reads_as_a_path()
    {
        // Aim: who looks at a violation sees the moves that lead to it, numbered, with the message that arrives, and what does not hold.
        Explorer explorer = new(new Bounds(), Defect.OpenPermitAsZero);
        explorer.Begin();
        explorer.Search(UsualDepth);
        Assert.Matches(@"(?s)^Of zone 1.*from: session .*1\. .*device .*shots;", explorer.Violation);
    }

    /// <summary>The search first; what it does not find, in calm weather from the near states on; then the search again, further out.</summary>
    private static Explorer Hunt(Defect defect)
    {
        Explorer explorer = new(new Bounds(), defect);
        explorer.Begin();
        explorer.Search(NearDepth);
        int near = explorer.States;
        explorer.Search(UsualDepth - 1);
        if (explorer.Violation is null) { explorer.PlayOut(oneIn: 1, near); }
        explorer.Search(UsualDepth);
        return explorer;
    }

    private static string Size(Explorer explorer, int played) => string.Create(
        CultureInfo.InvariantCulture,
        $"""

        | depth | states | transitions | states of the session | content of the disk | played to their end |
        | --- | --- | --- | --- | --- | --- |
        | {explorer.Depth} | {explorer.States:N0} | {explorer.Transitions:N0} | {explorer.Model.Sessions.Count:N0} | {explorer.Model.Disks.Count} | {played:N0} |

        New states at each depth from 0: {string.Join(", ", explorer.Levels.Select(each => each.ToString("N0", CultureInfo.InvariantCulture)))}.


        """);

    private static string Spaced(Defect defect) =>
        string.Concat(defect.ToString().Select((letter, i) => i > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));
}
