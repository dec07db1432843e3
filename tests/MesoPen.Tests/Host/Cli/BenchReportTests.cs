using MesoPen.Host.Calibration;
using MesoPen.Host.Calibration.Metrology;
using MesoPen.Host.Cli;

namespace MesoPen.Tests.Host.Cli;

public sealed class BenchReportTests
{
    /// <summary>Aim: depths say needle and direction, an adjustment is a sentence with units, and what does not pass is sent nowhere but to what helps.</summary>
    [Fact]
    public void A_depth_that_fails_says_of_what_and_what_next()
    {
        using ModelRun model = new(new BenchTruth { OffsetUm = 90, Seed = 3 }, CalibrationKind.Depth);
        Assert.Equal(BenchOutcome.AwaitsAcceptance, model.Work()!.Outcome);
        string[] lines = [.. BenchReport.Lines(model.Run, model.Evaluate())];
        Assert.Equal("As found: fail", lines[0]);
        string[] points = [.. lines.Where(line => line.Contains(": mean ", StringComparison.Ordinal))];
        Assert.Equal(9, points.Length);
        Assert.All(points, line => Assert.Matches(@"^  needle 1 (out|back), \d+ µm: mean [\d.]+ µm, error [+-]?[\d.]+ µm, U [\d.]+ µm \(k = \d\.\d\d\)", line));
        Assert.Matches(@"^Proposed scale: needle offset -\d+ µm \(it holds 0 µm\); play taken up \d+ µm \(it holds 0 µm\)\.$", BenchReport.Proposed(model.Run.Proposal!));

        model.Do(ModelRun.Second, (state, who) => CalibrationRules.DeclineAdjustment(state, model.Id, "left as it is", who));
        Assert.Equal(BenchOutcome.Ended, model.Work()!.Outcome);
        string next = BenchReport.Next(model.Run, model.Evaluate());
        Assert.Equal($"Calibration {model.Id} has ended, and no certificate can be issued: it does not pass. "
            + "Calibrate it anew and have it adjusted (--adjust failed), or have the device seen to.", next);
    }

    /// <summary>Aim: what passes is sent to its two signatures; the plunger's scale is said in percent.</summary>
    [Fact]
    public void A_volume_says_its_scale_and_its_signatures()
    {
        using ModelRun model = new(new BenchTruth());
        model.Work();
        Assert.Matches(@"^Proposed scale: plunger 9\d\.\d{4} % of the nominal steps per mL \(it holds 100\.0000 %\)\.$", BenchReport.Proposed(model.Run.Proposal!));
        model.Employ();
        model.Accept();
        Assert.Equal(BenchOutcome.Ended, model.Work()!.Outcome);
        Assert.Contains($"mesopen calibrate sign {model.Id} --person ada, then another person", BenchReport.Next(model.Run, model.Evaluate()), StringComparison.Ordinal);
        Assert.Contains(BenchReport.Lines(model.Run, model.Evaluate()), line => line.StartsWith("  10 µL: mean ", StringComparison.Ordinal));
    }
}
