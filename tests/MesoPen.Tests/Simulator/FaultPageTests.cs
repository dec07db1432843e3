using System.Text;
using MesoPen.Simulator;

namespace MesoPen.Tests.Simulator;

/// <summary>docs/faults.md lists the catalogue as it is. MESOPEN_WRITE_FAULTS=1 writes the table anew.</summary>
public sealed class FaultPageTests
{
    private const string Begin = "<!-- table from the catalogue -->\n";
    private const string End = "<!-- end of the table -->\n";

    [Fact]
    public void Page_has_the_table_of_the_catalogue()
    {
        // Aim: a kind, unit, range or default that the page does not say is noticed.
        string page = MesoPen.Tests.Protocol.RepositoryFile.ReadAllText("docs/faults.md");
        int from = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int to = page.IndexOf(End, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("MESOPEN_WRITE_FAULTS") == "1")
        {
            File.WriteAllText(MesoPen.Tests.Protocol.RepositoryFile.PathOf("docs/faults.md"), page[..from] + Table() + page[to..]);
            return;
        }

        Assert.Equal(Table(), page[from..to]);
    }

    private static string Table()
    {
        StringBuilder table = new();
        foreach (IGrouping<FaultGroup, FaultKind> group in FaultCatalogue.All.GroupBy(kind => kind.Group).OrderBy(group => group.Key))
        {
            table.Append("\n### ").Append(group.Key).Append("\n\n| Kind | Value, least to most | Lasts | What it does |\n|---|---|---|---|\n");
            foreach (FaultKind kind in group)
            {
                string value = kind.TakesValue ? $"{kind.Value} {kind.Unit}, {kind.Min} to {kind.Max}".Replace(" ,", ",", StringComparison.Ordinal) : "";
                string lasts = kind.ForMs switch { null => "for ever", 0 => "an instant", { } ms => $"{ms} ms" };
                table.Append($"| `{kind.Name}` | {value} | {lasts} | {kind.Summary} |\n");
            }
        }

        return table.Append('\n').ToString();
    }
}
