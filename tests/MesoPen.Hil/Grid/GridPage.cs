using System.Globalization;
using System.Text;

namespace MesoPen.Hil;

/// <summary>The grid as a page: a row a fault, a column a step, a letter the safe state that came of it.</summary>
internal static class GridPage
{
    public static string Of(IReadOnlyList<GridCell> cells)
    {
        StringBuilder text = new();
        text.AppendLine("# The fault grid");
        text.AppendLine();
        text.AppendLine("Written by `mesopen-hil grid --write docs/safety/grid.md`, and compared by `./test.sh`; do not edit.");
        text.AppendLine();
        text.AppendLine("Each cell is a treatment of its own (`tests/MesoPen.Hil/Grid/grid.yaml`: five shots, a stop in the fourth, a person who resumes) with one fault, at one");
        text.AppendLine("step of the second shot or at the first message of a type, under the oracle's seven invariants. It must end in a safe state that the fault's row allows:");
        text.AppendLine();
        text.AppendLine("- **C** completed: every point treated once, every shot settled, the record equal to the plant;");
        text.AppendLine("- **L** latched: stopped or faulted, at rest, no permit live; what is not known is shown as unknown;");
        text.AppendLine("- **R** refused: nothing is armed, and a person was told why;");
        text.AppendLine("- **D** the device was not found, and a person was told.");
        text.AppendLine();
        text.AppendLine("A dot is a cell in which the fault never began, because the step does not come with that fault (or the message has not been sent in that run); it completed all the same.");
        text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{cells.Count} cells, {cells.Count(cell => cell.Struck)} of them struck, {cells.Count(cell => cell.Failure is not null)} failed.");
        text.AppendLine();
        text.AppendLine("## Steps of a shot");
        text.AppendLine();
        Table(text, cells, GridSteps.OfShot, step => step.Name["shot ".Length..]);
        text.AppendLine("## Messages");
        text.AppendLine();
        string[] letters = [.. GridSteps.OfConnection.Select((_, at) => (at + 1).ToString(CultureInfo.InvariantCulture))];
        text.AppendLine("Columns: " + string.Join(", ", GridSteps.OfConnection.Select((step, at) => $"{letters[at]} {step.Name}")) + ".");
        text.AppendLine();
        Table(text, cells, GridSteps.OfConnection, step => letters[GridSteps.OfConnection.ToList().IndexOf(step)]);
        text.AppendLine("## Bytes of the permit frame");
        text.AppendLine();
        text.AppendLine("| fault | cells | ends |");
        text.AppendLine("| --- | ---: | --- |");
        foreach (IGrouping<string, GridCell> row in cells.Where(cell => cell.Column.StartsWith("byte", StringComparison.Ordinal)).GroupBy(cell => cell.Row))
        {
            string ends = string.Join(", ", row.GroupBy(Letter).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Count()} {group.Key}"));
            text.AppendLine(CultureInfo.InvariantCulture, $"| {row.Key} | {row.Count()} | {ends} |");
        }

        text.AppendLine();
        text.AppendLine("## What the rows allow besides C, and why");
        text.AppendLine();
        foreach (GridRow row in GridRows.All.Where(row => row.Why.Length > 0))
        {
            string excused = row.Excused.Count > 0 ? $" (invariants {string.Join(", ", row.Excused)} excused)" : "";
            text.AppendLine($"- `{row.Fault}`{excused}: {row.Why}.");
        }

        return text.ToString();
    }

    private static void Table(StringBuilder text, IReadOnlyList<GridCell> cells, IReadOnlyList<GridStep> steps, Func<GridStep, string> head)
    {
        Dictionary<(string Row, string Column), GridCell> at = cells.Where(cell => !cell.Column.StartsWith("byte", StringComparison.Ordinal))
            .ToDictionary(cell => (cell.Row, cell.Column));
        text.AppendLine("| fault | " + string.Join(" | ", steps.Select(head)) + " |");
        text.AppendLine("| --- |" + string.Concat(steps.Select(_ => " --- |")));
        foreach (GridRow row in GridRows.All)
        {
            text.AppendLine($"| {row.Fault} | {string.Join(" | ", steps.Select(step => Letter(at[(row.Fault, step.Name)])))} |");
        }

        text.AppendLine();
    }

    private static string Letter(GridCell cell) => cell switch
    {
        { Failure: not null } => "FAILED",
        { Struck: false } => "·",
        { End: GridEnd.Completed } => "C",
        { End: GridEnd.Latched } => "L",
        { End: GridEnd.Refused } => "R",
        _ => "D",
    };
}
