using MesoPen.Host.Calibration;
using MesoPen.Host.Calibration.Metrology;

namespace MesoPen.Tests;

/// <summary>Decision rules of ILAC-G8:09/2019.</summary>
public sealed class DecisionTests
{
    [Theory]
    [InlineData(DecisionRule.Simple, 0.999, Verdict.Pass)]
    [InlineData(DecisionRule.Simple, 1.000, Verdict.Pass)]
    [InlineData(DecisionRule.Simple, 1.001, Verdict.Fail)]
    [InlineData(DecisionRule.Guarded, 0.699, Verdict.Pass)]
    [InlineData(DecisionRule.Guarded, 0.701, Verdict.Fail)]
    [InlineData(DecisionRule.FourWay, 0.699, Verdict.Pass)]
    [InlineData(DecisionRule.FourWay, 0.701, Verdict.ConditionalPass)]
    [InlineData(DecisionRule.FourWay, 1.001, Verdict.ConditionalFail)]
    [InlineData(DecisionRule.FourWay, 1.299, Verdict.ConditionalFail)]
    [InlineData(DecisionRule.FourWay, 1.301, Verdict.Fail)]
    public void Verdicts_change_at_the_limit_and_at_the_guard_band(DecisionRule rule, double error, Verdict verdict)
    {
        // Aim: limit 1, U 0.3, either side of each boundary, either sign.
        Assert.Equal(verdict, Decision.On(rule, error, 1, 0.3));
        Assert.Equal(verdict, Decision.On(rule, -error, 1, 0.3));
    }

    [Theory]
    [InlineData(DecisionRule.Simple)]
    [InlineData(DecisionRule.Guarded)]
    [InlineData(DecisionRule.FourWay)]
    public void Nothing_is_decided_without_an_uncertainty(DecisionRule rule)
    {
        // Aim: an error that nobody knows how well is known is no pass, and no number that is none is.
        Assert.Equal(Verdict.Undecided, Decision.On(rule, 0, 1, null));
        Assert.Equal(Verdict.Undecided, Decision.On(rule, double.NaN, 1, 0.1));
        Assert.Equal(Verdict.Undecided, Decision.On(rule, 0, 1, double.NaN));
        Assert.Equal(Verdict.Undecided, Decision.On((DecisionRule)99, 0, 1, 0.1));
    }

    [Fact]
    public void A_guard_band_wider_than_the_tolerance_leaves_nothing_to_pass()
    {
        // Aim: an instrument that is too coarse cannot pass anything by a guarded rule.
        Assert.Equal(Verdict.Fail, Decision.On(DecisionRule.Guarded, 0, 1, 1.1));
        Assert.Equal(Verdict.ConditionalPass, Decision.On(DecisionRule.FourWay, 0, 1, 1.1));
        Assert.Equal(0, Decision.Acceptance(DecisionRule.Guarded, 1, 1.1));
        Assert.Equal(1, Decision.Acceptance(DecisionRule.Simple, 1, 1.1));
    }

    [Fact]
    public void The_worst_counts_and_nothing_is_undecided()
    {
        // Aim: one point that fails fails all; a series without a point is no pass.
        Assert.Equal(Verdict.ConditionalFail, Decision.Worst([Verdict.Pass, Verdict.ConditionalFail, Verdict.ConditionalPass]));
        Assert.Equal(Verdict.Undecided, Decision.Worst([Verdict.Fail, Verdict.Undecided]));
        Assert.Equal(Verdict.Undecided, Decision.Worst([]));
    }
}
