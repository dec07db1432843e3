using MesoPen.Host.Control;
using MesoPen.Host.Input;
using MesoPen.Kernel;
using MesoPen.Protocol;
using MesoPen.Simulator;
using MesoPen.Tests.Treatment;

namespace MesoPen.Tests.Host.Control;

public sealed class TreatmentScriptTests
{
    private const int LimitMs = 120_000;

    [Fact]
    [Trait("Requirement", "SR-127")]
    public void Questions_come_in_the_order_of_the_work_and_each_once()
    {
        // Prime off the skin, confirm, then each zone by name with what it is to get.
        using VirtualTreatment treatment = New(ShortPlans.Pen);
        treatment.StartHost();

        Assert.Equal(TreatmentOutcome.Completed, treatment.RunToOutcome(LimitMs));
        Assert.Collection(
            treatment.Host!.Desk.Questions,
            question => Assert.Contains("off the skin", question, StringComparison.Ordinal),
            question => Assert.Contains("consent", question, StringComparison.Ordinal),
            question => Assert.StartsWith("Arm forehead: 2 points", question, StringComparison.Ordinal),
            question => Assert.StartsWith("Arm cheek.left: 2 points", question, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Prime")]
    [InlineData("consent")]
    [InlineData("Arm forehead")]
    [InlineData("Arm cheek.left")]
    [Trait("Requirement", "SR-126")]
    public void No_to_any_question_is_a_stop(string to)
    {
        // Who does not want to go on must not have to find the stop key. It is a stop like any other: latched, recorded, resumable.
        using VirtualTreatment treatment = New(ShortPlans.Pen);
        List<MessageType> sent = [];
        treatment.Sent = (type, _) => sent.Add(type);
        treatment.StartHost();
        treatment.Host!.Desk.Opinion = question => !question.Contains(to, StringComparison.Ordinal);

        Assert.Equal(TreatmentOutcome.Stopped, treatment.RunToOutcome(LimitMs));
        Assert.Contains(MessageType.Stop, sent);
        Assert.Equal(to == "Arm cheek.left" ? 2 : 0, treatment.Strokes.Count);
        new Journey(treatment, "no to " + to).RunToCompletion(LimitMs);
    }

    [Fact]
    [Trait("Requirement", "SR-064")]
    public void Resumed_stop_is_released_only_by_a_yes()
    {
        // The latch survives the process; who resumes is asked, and a no leaves everything latched.
        using VirtualTreatment treatment = New(ShortPlans.Pen);
        treatment.StartHost();
        Assert.True(treatment.Until(() => treatment.Strokes.Count == 1, LimitMs));
        treatment.Stop();
        Assert.Equal(TreatmentOutcome.Stopped, treatment.RunToOutcome(LimitMs));
        treatment.StartHost();
        treatment.Host!.Desk.Opinion = static _ => false;

        Assert.Equal(TreatmentOutcome.Stopped, treatment.RunToOutcome(LimitMs));
        Assert.Contains(treatment.Host.Desk.Questions, question => question.Contains("released", StringComparison.Ordinal));
        Assert.Equal(DeviceState.Stopped, treatment.Device.Status!.Value.State);
        Assert.Single(treatment.Strokes);
        new Journey(treatment, "released at last").RunToCompletion(LimitMs);
    }

    [Fact]
    [Trait("Requirement", "SR-069")]
    public void Stop_in_a_resumed_run_ends_it_and_is_not_released_by_who_says_yes_to_everything()
    {
        // treat --resume --yes releases what an earlier run left latched, once; never a stop that somebody asks for now.
        using VirtualTreatment treatment = New(ShortPlans.LongZone);
        treatment.StartHost();
        Assert.True(treatment.Until(() => treatment.Strokes.Count == 1, LimitMs));
        treatment.EndHost();
        treatment.StartHost();
        Assert.True(treatment.Until(() => treatment.Strokes.Count == 3, LimitMs));
        treatment.Stop();

        Assert.Equal(TreatmentOutcome.Stopped, treatment.RunToOutcome(LimitMs));
        Assert.DoesNotContain(treatment.Host!.Desk.Questions, question => question.Contains("released", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Requirement", "SR-069")]
    public void Stop_at_the_beginning_of_a_resumed_run_is_not_released_with_the_old_one()
    {
        // The earlier stop is still latched when somebody presses stop again: that one counts.
        using VirtualTreatment treatment = New(ShortPlans.LongZone);
        treatment.StartHost();
        Assert.True(treatment.Until(() => treatment.Strokes.Count == 1, LimitMs));
        treatment.Stop();
        Assert.Equal(TreatmentOutcome.Stopped, treatment.RunToOutcome(LimitMs));
        treatment.StartHost();
        treatment.Until(() => false, 10);
        treatment.Stop();

        Assert.Equal(TreatmentOutcome.Stopped, treatment.RunToOutcome(LimitMs));
        Assert.Empty(treatment.Host!.Desk.Questions);
        new Journey(treatment, "resumed after two stops").RunToCompletion(LimitMs);
    }

    [Fact]
    [Trait("Requirement", "SR-069")]
    public void Stop_while_the_release_of_an_old_one_is_asked_takes_the_question_back()
    {
        // The yes that comes after it answers a question that is not asked any more.
        using VirtualTreatment treatment = New(ShortPlans.LongZone);
        treatment.StartHost();
        Assert.True(treatment.Until(() => treatment.Strokes.Count == 1, LimitMs));
        treatment.Stop();
        Assert.Equal(TreatmentOutcome.Stopped, treatment.RunToOutcome(LimitMs));
        treatment.StartHost();
        Assert.True(treatment.Until(() => treatment.Host!.Desk.Questions.Count == 1, LimitMs));
        treatment.Stop();

        Assert.Equal(TreatmentOutcome.Stopped, treatment.RunToOutcome(LimitMs));
        Assert.Equal(DeviceState.Stopped, treatment.Device.Status!.Value.State);
    }

    [Fact]
    public void Fault_that_the_device_found_while_no_host_was_there_is_released_by_the_resumed_run()
    {
        // The host is killed, then the device faults: who resumes is asked once, and goes on.
        using VirtualTreatment treatment = New(ShortPlans.LongZone);
        treatment.StartHost();
        Assert.True(treatment.Until(() => treatment.Strokes.Count == 1, LimitMs));
        treatment.EndHost();
        treatment.Device.Plant.Defects.TemperatureCc = 6000;
        treatment.Until(() => false, 500);
        Assert.Equal(DeviceState.Faulted, treatment.Device.Status!.Value.State);
        treatment.Device.Plant.Defects.TemperatureCc = null;
        Journey journey = new(treatment, "faulted alone");

        journey.RunToCompletion(LimitMs);

        Assert.Equal([TreatmentOutcome.Completed], journey.Ends);
    }

    [Fact]
    public void Device_that_is_never_there_ends_the_run_as_link_lost_after_the_patience_asked_for()
    {
        // Not before, and not never.
        using VirtualTreatment treatment = New(ShortPlans.Pen);
        treatment.Line.Cut(forMs: LimitMs);
        treatment.StartHost();

        Assert.Equal(TreatmentOutcome.LinkLost, treatment.RunToOutcome(LimitMs));
        Assert.InRange(treatment.Ms, 30_000, 30_100);
    }

    [Fact]
    public void Device_that_goes_away_for_good_ends_the_run_as_link_lost_with_the_rest_as_unknown()
    {
        // What the open permit still allowed is shown as unknown, and the resumed run settles it.
        using VirtualTreatment treatment = New(ShortPlans.LongZone);
        treatment.StartHost();
        Assert.True(treatment.Until(() => treatment.Device.Plant.Shot == 2, LimitMs));
        treatment.Line.Cut(forMs: 60_000);

        Assert.Equal(TreatmentOutcome.LinkLost, treatment.RunToOutcome(LimitMs));
        ushort zone = treatment.Input.Plan.Zones[0].Tag;
        Assert.True(treatment.Host!.Session.Ledger.Unknown(zone).Nl >= 20_000);
        new Journey(treatment, "back again").RunToCompletion(LimitMs);
    }

    [Fact]
    [Trait("Requirement", "SR-078")]
    public void Another_device_of_the_same_kind_is_refused_when_resuming()
    {
        // Counters and journal are the other device's: nothing that it says settles this session.
        using VirtualTreatment treatment = New(ShortPlans.Pen);
        treatment.StartHost();
        Assert.True(treatment.Until(() => treatment.Strokes.Count == 1, LimitMs));
        treatment.EndHost();
        using VirtualTreatment other = new(new VirtualTreatmentOptions { Input = ShortPlans.Pen, Operator = OperatorPace.Fast, AnswerMs = 5, Serial = "SIM-0002" });
        other.Disk.Append(treatment.Disk.Entries);
        List<MessageType> sent = [];
        other.Sent = (type, _) => sent.Add(type);
        other.StartHost();

        Assert.Equal(TreatmentOutcome.Faulted, other.RunToOutcome(LimitMs));
        Assert.DoesNotContain(MessageType.PermitGrant, sent);
        Assert.Empty(other.Strokes);
    }

    [Fact]
    [Trait("Requirement", "SR-029")]
    public void Needle_head_that_had_its_sticks_is_changed_in_mid_zone()
    {
        // The plan's limit pauses the zone, the person is asked for a new head, and the zone goes on with its count begun anew.
        TreatmentInput input = ShortPlans.WithSticks(4);
        using VirtualTreatment treatment = New(input);
        treatment.StartHost();
        Journey journey = new(treatment, "new heads");
        List<string> questions = [];
        HostProcess host = treatment.Host!;

        journey.RunToCompletion(LimitMs);
        questions.AddRange(host.Desk.Questions);

        Assert.Contains(questions, question => question.Contains("needle head", StringComparison.Ordinal) && question.Contains("Fit a new one", StringComparison.Ordinal));
        Assert.Equal([TreatmentOutcome.Completed], journey.Ends);
    }

    [Fact]
    public void Line_that_always_breaks_before_a_shot_ends_the_run_and_not_the_patience_of_a_person()
    {
        // Arming again and again without a single shot helps nobody: the run says where to look.
        using VirtualTreatment treatment = new(new VirtualTreatmentOptions { Input = ShortPlans.Pen, Operator = OperatorPace.Off, AnswerMs = 5 });
        treatment.StartHost();
        Journey watched = new(treatment, "never a shot")
        {
            BeforeStep = t => t.Line.ToDevice.SilentUntilUs = t.Device.Status is { PermitId: > 0 } ? t.Line.NowUs + 300_000 : t.Line.ToDevice.SilentUntilUs,
        };
        HostProcess host = treatment.Host!;
        watched.RunUntil(() => host.Outcome is not null, LimitMs);

        Assert.Equal(TreatmentOutcome.Faulted, host.Outcome);
        Assert.Contains(host.Desk.Notices, notice => notice.Text.Contains("mesopen doctor", StringComparison.Ordinal));
    }

    private static VirtualTreatment New(TreatmentInput input) => new(new VirtualTreatmentOptions { Input = input, Operator = OperatorPace.Fast, AnswerMs = 5 });
}
