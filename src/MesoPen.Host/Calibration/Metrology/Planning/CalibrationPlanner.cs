namespace MesoPen.Host.Calibration.Metrology;

/// <summary>Finds the quickest way to an uncertainty.</summary>
public static class CalibrationPlanner
{
    // One microlitre of water weighs a milligram to half a percent: near enough for a plan.
    private const double NgPerNl = 1000;

    /// <summary>The plan that takes the least time; of equal ones that with the fewest shots. Null if none will do.</summary>
    /// <param name="request">What is known and wanted.</param>
    public static CalibrationPlan? Plan(PlanRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        CalibrationPlan? best = null;
        for (int weighings = Math.Max(2, request.LeastWeighings); weighings <= request.MostWeighings; weighings++)
        {
            for (int shots = 1; shots <= request.MostShots; shots++)
            {
                CalibrationPlan plan = Of(request, shots, weighings);
                if (plan.ExpectedPercent <= request.WantedPercent)
                {
                    best = best is null || (plan.Minutes, plan.Shots).CompareTo((best.Minutes, best.Shots)) < 0 ? plan : best;
                    break; // more shots only take longer
                }
            }
        }

        return best;
    }

    /// <summary>What may be expected of so many shots and weighings.</summary>
    /// <param name="request">What is known.</param>
    /// <param name="shots">In one weighing.</param>
    /// <param name="weighings">How many.</param>
    public static CalibrationPlan Of(PlanRequest request, int shots, int weighings)
    {
        ArgumentNullException.ThrowIfNull(request);
        double shotNg = request.DoseNl * NgPerNl * request.ShotCvPercent / 100;
        double readingsNg = request.RepeatabilityNg * Math.Sqrt(2);
        double scatterNg = Math.Sqrt((shots * shotNg * shotNg) + (readingsNg * readingsNg));
        double hours = ((shots * request.SecondsPerShot) + (2 * request.SecondsPerReading)) / 3600;

        // The scatter of the blanks is that of two readings; unknown with fewer than two of them.
        double rateNg = request.Blanks > 1
            ? Math.Max(readingsNg, request.ReadabilityNg / Math.Sqrt(6)) / hours / Math.Sqrt(request.Blanks)
            : request.EvaporationMgPerHour * 1e6;
        double rounding = request.ReadabilityNg / Math.Sqrt(6);
        double[] contributions =
        [
            scatterNg / Math.Sqrt(weighings),
            scatterNg > request.ReadabilityNg ? rounding / Math.Sqrt(weighings) : rounding,
            request.CalibrationNg,
            rateNg * hours,
        ];
        double combined = Math.Sqrt(contributions.Sum(each => each * each));
        double? freedom = UncertaintyBudget.EffectiveDegreesOfFreedom(
            combined, contributions, [weighings - 1, null, null, request.Blanks > 1 ? request.Blanks - 1 : null]);
        double percent = 100 * CoverageFactor.Of(request.Coverage, freedom) * combined / (request.DoseNl * NgPerNl * shots);
        return new CalibrationPlan(
            shots, weighings, shots * weighings, request.DoseNl * shots * weighings, hours * 60 * (weighings + request.Blanks), percent);
    }
}
