namespace MesoPen.Host.Calibration.Metrology;

/// <summary>Holds a result against its limit (ILAC-G8:09/2019, 4.2: simple acceptance; guard band w = U; non-binary with w = U).</summary>
public static class Decision
{
    /// <summary>The verdict on an error.</summary>
    /// <param name="rule">Which rule was settled.</param>
    /// <param name="error">The error, with its sign.</param>
    /// <param name="tolerance">Largest error, either way, in the same unit.</param>
    /// <param name="expanded">Expanded uncertainty; null if nothing can be said.</param>
    public static Verdict On(DecisionRule rule, double error, double tolerance, double? expanded)
    {
        if (expanded is not { } wide || !double.IsFinite(error) || !double.IsFinite(wide) || wide < 0)
        {
            return Verdict.Undecided;
        }

        double size = Math.Abs(error);
        return rule switch
        {
            DecisionRule.Simple => size <= tolerance ? Verdict.Pass : Verdict.Fail,
            DecisionRule.Guarded => size <= tolerance - wide ? Verdict.Pass : Verdict.Fail,
            DecisionRule.FourWay when size <= tolerance - wide => Verdict.Pass,
            DecisionRule.FourWay when size <= tolerance => Verdict.ConditionalPass,
            DecisionRule.FourWay when size <= tolerance + wide => Verdict.ConditionalFail,
            DecisionRule.FourWay => Verdict.Fail,
            _ => Verdict.Undecided,
        };
    }

    /// <summary>Largest error that is a plain pass; 0 if the uncertainty takes all of the tolerance.</summary>
    /// <param name="rule">Which rule was settled.</param>
    /// <param name="tolerance">Largest error, either way.</param>
    /// <param name="expanded">Expanded uncertainty, in the same unit.</param>
    public static double Acceptance(DecisionRule rule, double tolerance, double expanded) =>
        rule == DecisionRule.Simple ? tolerance : Math.Max(0, tolerance - expanded);

    /// <summary>The worst of several; <see cref="Verdict.Undecided"/> if there is none.</summary>
    /// <param name="verdicts">Of single points.</param>
    public static Verdict Worst(IEnumerable<Verdict> verdicts) => verdicts.DefaultIfEmpty(Verdict.Undecided).Max();
}
