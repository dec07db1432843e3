using System.Globalization;
using System.Text;

namespace MesoPen.Hil;

/// <summary>The page of planted defects, docs/safety/planted-defects.md: the same defects and verdicts give the same text.</summary>
internal static class DefectPage
{
    public const string Path = "docs/safety/planted-defects.md";

    private const string Head = """
        # Planted defects

        An oracle that has never failed proves nothing. So mistakes that a programmer could have made are planted in a copy of the sources, one
        awake at a time, and campaigns of seeds 1, 2, 3 … run until one of them finds something. Each must be found within {0} seeds; the copy
        with none awake must pass all of them. Production sources have no seam for this: the defects are patches under `tests/defects/`, and the
        copy is built under `artifacts/planted/`.

        This page is written by `mesopen-hil defects --write` and compared in CI by `mesopen-hil defects --check`. Invariants are those of
        [architecture.md](../architecture.md), section 5; "completion" is a treatment that comes to no end or to a wrong one, "comparison" a
        record that is not what the plant did, "control path" a program that failed. `MESOPEN_DEFECT=D-01` before the copy's own
        `mesopen-hil defects try --seeds SEED` shows one again.

        """;

    /// <summary>The whole page.</summary>
    public static string Of(IReadOnlyList<(Defect Defect, DefectVerdict Verdict)> found, int seeds)
    {
        StringBuilder page = new(string.Format(CultureInfo.InvariantCulture, Head, seeds));
        page.Append('\n').Append(CultureInfo.InvariantCulture, $"{found.Count} defects, {found.Count(each => each.Verdict.Caught)} caught. Caught by, in all: {Count(found)}.\n\n");
        page.Append("| id | room | what the program does wrong | shows when | caught by | seed | at, ms |\n| --- | --- | --- | --- | --- | --- | --- |\n");
        foreach ((Defect defect, DefectVerdict verdict) in found)
        {
            string by = verdict.By ?? "**nothing**";
            page.Append(CultureInfo.InvariantCulture, $"| {defect.Id} | {defect.Room} | {Cell(defect.Title)} | {Cell(defect.Needs)} | {by} | {verdict.Seed} | {verdict.Ms} |\n");
        }

        page.Append("\n## What was found\n\n");
        foreach ((Defect defect, DefectVerdict verdict) in found.Where(each => each.Verdict.Caught))
        {
            page.Append(CultureInfo.InvariantCulture, $"- {defect.Id}: {Cell(verdict.Sentence)}\n");
        }

        return page.ToString();
    }

    private static string Count(IReadOnlyList<(Defect Defect, DefectVerdict Verdict)> found) => string.Join(", ", found
        .GroupBy(each => each.Verdict.By ?? "nothing").OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => $"{group.Key} {group.Count().ToString(CultureInfo.InvariantCulture)}"));

    // Text of a cell: the column's sign would end it.
    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
