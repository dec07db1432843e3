using MesoPen.Host.Control;
using MesoPen.Host.Input;
using MesoPen.Kernel;
using MesoPen.Protocol;
using MesoPen.Simulator;

namespace MesoPen.Tests.Treatment;

public sealed class TreatmentStorageTests
{
    private const int LimitMs = 120_000;

    [Theory]
    [InlineData(50)]
    [InlineData(700)]
    [InlineData(4000)]
    [Trait("Requirement", "SR-093")]
    public void Disk_full_for_a_while_at_any_time_pauses_the_treatment_and_says_so(int forMs)
    {
        // Nothing is granted that is not on the disk; the person reads why; when there is room again it goes on, and nothing is lost.
        int told = 0;
        for (int at = 100; at < 4000; at += 130)
        {
            using VirtualTreatment treatment = New(ShortPlans.LongZone);
            int from = at;
            Journey journey = new(treatment, $"disk full from {at} ms for {forMs} ms")
            {
                BeforeStep = t =>
                {
                    t.Disk.Failure = t.Ms >= from && t.Ms < from + forMs ? "The disk is full: make room." : null;
                    told += t.Ms == from + forMs && t.Host!.Desk.Notices.Any(notice => notice.Kind == NoticeKind.Paused && notice.Text.Contains("make room", StringComparison.Ordinal)) ? 1 : 0;
                },
            };
            journey.RunToCompletion(LimitMs);
        }

        Assert.True(told > 0, "The person was never told.");
    }

    [Theory]
    [InlineData(5)]
    [InlineData(40)]
    [InlineData(240)]
    [InlineData(900)]
    public void Disk_that_is_slow_makes_the_treatment_slow_and_no_more(int latencyMs)
    {
        // Each write takes its time; permits wait for theirs, and the window bridges what it can.
        using VirtualTreatment treatment = New(ShortPlans.LongZone, latencyMs);

        new Journey(treatment, $"{latencyMs} ms a write").RunToCompletion(LimitMs);
    }

    [Fact]
    [Trait("Requirement", "SR-005")]
    public void Disk_full_holds_permits_back_and_not_a_stop()
    {
        // The extension waits for the disk; a stop waits for nothing.
        using VirtualTreatment treatment = New(ShortPlans.LongZone);
        List<MessageType> sent = [];
        treatment.StartHost();
        Assert.True(treatment.Until(() => treatment.Device.Plant.Shot == 1, LimitMs));
        treatment.Disk.Failure = "The disk is full: make room.";
        treatment.Sent = (type, _) => sent.Add(type);

        Assert.True(treatment.Until(() => treatment.Host!.Session.IsIn(SessionState.Paused), 2000), $"{treatment.Host!.Session.State}");
        Assert.DoesNotContain(MessageType.PermitGrant, sent);
        Assert.Contains(MessageType.PermitRevoke, sent);
        sent.Clear();
        treatment.Stop();

        Assert.Equal([MessageType.Stop], sent);
        Assert.True(treatment.Until(() => treatment.Host!.Session.StandsStill, 500));
        treatment.Disk.Failure = null;
        Assert.Equal(TreatmentOutcome.Stopped, treatment.RunToOutcome(5000));
        new Journey(treatment, "after the stop").RunToCompletion(LimitMs);
    }

    private static VirtualTreatment New(TreatmentInput input, int latencyMs = 0) => new(new VirtualTreatmentOptions
    {
        Input = input,
        Operator = OperatorPace.Fast,
        AnswerMs = 5,
        DiskLatency = latencyMs == 0 ? null : () => TimeSpan.FromMilliseconds(latencyMs),
    });
}
