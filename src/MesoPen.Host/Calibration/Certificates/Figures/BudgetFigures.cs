using MesoPen.Host.Calibration.Metrology;

namespace MesoPen.Host.Calibration;

/// <summary>Lines of an uncertainty budget, the largest first.</summary>
internal static class BudgetFigures
{
    /// <summary>Adds them.</summary>
    public static void Add(FigureList figures, string at, IEnumerable<BudgetLine> budget)
    {
        int place = 0;
        foreach (BudgetLine line in budget.OrderByDescending(each => each.SharePercent).ThenBy(each => each.Source))
        {
            string row = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{at}.budget-{++place}");
            figures.Add(row + ".source", FigureText.Word(line.Source));
            figures.Add(row + ".type", line.ByStatistics ? "A" : "B");
            figures.Add(row + ".shape", FigureText.Word(line.Shape));
            figures.Add(row + ".standard", FigureText.Three(line.Standard), line.Unit);
            figures.Add(
                row + ".sensitivity", FigureText.Three(line.Sensitivity * figures.Factor),
                line.Unit.Length == 0 ? figures.Unit : $"{figures.Unit} per {line.Unit}");
            figures.Add(row + ".contribution", FigureText.Three(line.Contribution * figures.Factor), figures.Unit);
            figures.Add(row + ".degrees", line.DegreesOfFreedom is { } degrees ? FigureText.Fixed(Math.Min(degrees, 9999), 0) : "∞");
            figures.Add(row + ".share", line.SharePercent, 1, "%");
        }
    }
}
