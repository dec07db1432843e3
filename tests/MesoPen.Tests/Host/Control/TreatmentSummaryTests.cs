using System.Text.Json.Nodes;
using MesoPen.Host.Control;
using MesoPen.Simulator;
using MesoPen.Tests.Treatment;

namespace MesoPen.Tests.Host.Control;

public sealed class TreatmentSummaryTests
{
    private const int LimitMs = 60_000;

    [Fact]
    public void Summary_of_a_completed_treatment_has_each_zone_and_each_shot()
    {
        // The line that scripts read: its sums are those of the shots, its limits those of the kernel.
        using VirtualTreatment treatment = New();
        treatment.StartHost();
        Assert.Equal(TreatmentOutcome.Completed, treatment.RunToOutcome(LimitMs));

        JsonNode summary = Of(treatment);

        Assert.Equal(("summary", "s-1", "completed"), ((string?)summary["type"], (string?)summary["session"], (string?)summary["outcome"]));
        JsonArray shots = summary["shots"]!.AsArray();
        Assert.Equal([1u, 2u, 3u, 4u], shots.Select(shot => (uint)shot!["shot"]!));
        Assert.Equal(["forehead", "forehead", "cheek.left", "cheek.left"], shots.Select(shot => (string)shot!["zone"]!));
        Assert.All(shots, shot => Assert.Equal(("delivered", 1400L), ((string)shot!["outcome"]!, (long)shot["depth_um"]!)));
        foreach (JsonNode? zone in summary["zones"]!.AsArray())
        {
            Assert.Equal((2, 0L), ((int)zone!["shots"]!, (long)zone["unknown_nl"]!));
            Assert.Equal(shots.Where(shot => (string)shot!["zone"]! == (string)zone["zone"]!).Sum(shot => (long)shot!["volume_nl"]!), (long)zone["delivered_nl"]!);
            Assert.True((long)zone["limit_nl"]! >= (long)zone["delivered_nl"]!);
        }
    }

    [Fact]
    public void Summary_of_a_treatment_whose_link_is_gone_shows_what_is_unknown()
    {
        // Shown to scripts and to people alike: the open permit's shots at the whole dose.
        using VirtualTreatment treatment = New();
        treatment.StartHost();
        Assert.True(treatment.Until(() => treatment.Device.Plant.Shot == 1, LimitMs));
        treatment.Line.Cut(forMs: LimitMs * 2);
        Assert.Equal(TreatmentOutcome.LinkLost, treatment.RunToOutcome(LimitMs));

        JsonNode forehead = Of(treatment)["zones"]![0]!;

        Assert.Equal(("forehead", 40_000L, 0L), ((string)forehead["zone"]!, (long)forehead["unknown_nl"]!, (long)forehead["delivered_nl"]!));
        Assert.Equal("link-lost", (string?)Of(treatment)["outcome"]);
        Assert.Contains("unknown", TreatmentSummary.ForPeople("s-1", TreatmentOutcome.LinkLost, treatment.Host!.Session, treatment.Input.Plan), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_outcome_has_its_word_and_its_exit_code()
    {
        // docs/operating.md promises both.
        Assert.Equal(
            [("completed", 0), ("refused", 3), ("faulted", 4), ("stopped", 5), ("link-lost", 6)],
            Enum.GetValues<TreatmentOutcome>().Select(outcome => (TreatmentSummary.Word(outcome), (int)outcome)));
    }

    /// <summary>As a script reads it: from its text.</summary>
    private static JsonNode Of(VirtualTreatment treatment) => JsonNode.Parse(
        TreatmentSummary.Of("s-1", treatment.Host!.Outcome!.Value, treatment.Host.Session, treatment.Input.Plan).ToJsonString())!;

    private static VirtualTreatment New() => new(new VirtualTreatmentOptions { Input = ShortPlans.Pen, Operator = OperatorPace.Fast, AnswerMs = 5 });
}
