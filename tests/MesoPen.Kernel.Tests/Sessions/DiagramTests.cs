using System.Text;
using System.Text.RegularExpressions;
using MesoPen.Kernel.Tests.Rig;

namespace MesoPen.Kernel.Tests.Sessions;

/// <summary>docs/session.md shows the machine as it is. MESOPEN_WRITE_DIAGRAM=1 writes it anew.</summary>
public sealed partial class DiagramTests
{
    private const string Begin = "<!-- diagram: begin -->\n";
    private const string End = "<!-- diagram: end -->";

    private static readonly string Page = Path.Combine(Sources.Root, "docs", "session.md");

    [Fact]
    public void Page_shows_the_machine_as_it_is()
    {
        // Aim: a transition added, taken away or guarded otherwise is seen on the page, or this fails. Order and indentation are the drawer's.
        string page = File.ReadAllText(Page);
        string drawn = Section(new Session(Plans.Plan(), new LimitSet([]), Plans.Options()).Diagram());
        if (Environment.GetEnvironmentVariable("MESOPEN_WRITE_DIAGRAM") == "1")
        {
            string before = page[..(page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)];
            page = before + drawn + page[page.IndexOf(End, StringComparison.Ordinal)..];
            File.WriteAllText(Page, page);
        }

        int begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        Assert.Equal(Lines(drawn), Lines(page[begin..page.IndexOf(End, StringComparison.Ordinal)]));
    }

    [Fact]
    public void Page_explains_every_state()
    {
        // Aim: the table under the diagram has a row for each state, the holding ones too.
        string page = File.ReadAllText(Page);
        Assert.All(Enum.GetNames<SessionState>(), state => Assert.Matches($@"(?m)^\| (\*\*)?{state}(\*\*)? \|", page));
    }

    /// <summary>The diagram in a fence; where a transition has many guards they go under it, once.</summary>
    private static string Section(string diagram)
    {
        StringBuilder text = new("```mermaid\n");
        Dictionary<string, string[]> lists = [];
        foreach (string line in diagram.Split('\n'))
        {
            string[] guards = [.. Guard().Matches(line).Select(match => match.Groups[1].Value)];
            string trigger = Regex.Match(line, @": (\w+)").Groups[1].Value;
            if (guards.Length > 1)
            {
                lists[trigger] = guards;
                text.Append(line[..line.IndexOf(" [", StringComparison.Ordinal)]).Append(" [all below]\n");
            }
            else
            {
                text.Append(line.TrimEnd()).Append('\n');
            }
        }

        text.Append("```\n");
        foreach ((string trigger, string[] guards) in lists)
        {
            text.Append($"\n{trigger} needs:\n\n").AppendJoin("", guards.Select(guard => $"- {guard}\n"));
        }

        return text.Append('\n').ToString();
    }

    private static IEnumerable<string> Lines(string section) =>
        section.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);

    [GeneratedRegex(@" \[([^\]]+)\]")]
    private static partial Regex Guard();
}
