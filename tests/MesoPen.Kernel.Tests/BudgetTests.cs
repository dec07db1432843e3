namespace MesoPen.Kernel.Tests;

public sealed class BudgetTests
{
    private const int LinesMax = 1500;
    private const int ColumnsMax = 150;

    [Fact]
    [Trait("Requirement", "SR-152")]
    public void Kernel_keeps_its_budget()
    {
        // Aim: the safety item stays small enough to be read whole, and is not made small by long lines.
        string folder = Path.Combine(Sources.Root, "src", "MesoPen.Kernel");
        string[] files = [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)];

        // Empty lines cost a reader nothing: nobody should take them out to keep the budget.
        string[] lines = [.. files.SelectMany(File.ReadAllLines).Where(line => line.Length > 0)];
        Assert.True(files.Length > 20, $"Only {files.Length} files under {folder}.");
        Assert.True(lines.Length <= LinesMax, $"The kernel has {lines.Length} lines, {LinesMax} are allowed.");
        Assert.DoesNotContain(lines, line => line.Length > ColumnsMax);
    }
}
