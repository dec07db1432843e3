namespace MesoPen.Kernel.Tests.ModelCheck;

/// <summary>docs/safety/model-check.md: a section between two marks is the check's own. MESOPEN_WRITE_MODEL=1 writes it anew.</summary>
internal static class ModelPage
{
    private static readonly string Page = Path.Combine(Sources.Root, "docs", "safety", "model-check.md");

    public static void RequireSection(string name, string content)
    {
        string begin = $"<!-- {name}: begin -->\n";
        string end = $"<!-- {name}: end -->";
        string page = File.ReadAllText(Page);
        int from = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        int to = page.IndexOf(end, StringComparison.Ordinal);
        Assert.True(from >= begin.Length && to >= from, $"{Page} has no section {name}.");
        if (Environment.GetEnvironmentVariable("MESOPEN_WRITE_MODEL") == "1")
        {
            page = page[..from] + content + page[to..];
            File.WriteAllText(Page, page);
            to = from + content.Length;
        }

        Assert.Equal(content, page[from..to]);
    }
}
