using MesoPen.Host.Control;
using MesoPen.Protocol;
using MesoPen.Simulator;

namespace MesoPen.Tests.Treatment;

public sealed class TreatmentStopTests
{
    private const int LimitMs = 60_000;

    // The frame that has begun goes before the stop (a grant: 50 bytes), then the stop itself (14), at 86.8 µs a byte; up to the next
    // millisecond of the device.
    private const int WireMs = 7;

    // hardware/protocol.md, section 7.
    private const int PlungerStillMs = 20;

    [Fact]
    [Trait("Requirement", "SR-060")]
    public void Stop_at_every_millisecond_is_sent_at_once_ends_all_and_the_treatment_can_be_resumed()
    {
        // Whatever the host and the device are doing: the frame leaves in the same instant, the plunger is still in time, no shot begins
        // after it, the run ends as stopped, and a later run completes the plan.
        int all = Duration();
        for (int at = 1; at < all; at++)
        {
            using VirtualTreatment treatment = new(new VirtualTreatmentOptions { Input = ShortPlans.Pen, Operator = OperatorPace.Fast, AnswerMs = 5 });
            treatment.StartHost();
            treatment.Until(() => treatment.Ms == at, at);
            Stop(treatment, at, resumed: at % 16 == 0);
        }
    }

    [Fact]
    [Trait("Requirement", "SR-064")]
    public void Stop_outlives_both_processes_and_the_power_of_the_device()
    {
        // The device forgets its stop when its power fails; the records do not. Nobody releases it, so nothing is armed.
        using VirtualTreatment treatment = new(new VirtualTreatmentOptions { Input = ShortPlans.Pen, Operator = OperatorPace.Fast, AnswerMs = 5 });
        treatment.StartHost();
        Assert.True(treatment.Until(() => treatment.Strokes.Count == 1, LimitMs));
        treatment.Stop();
        Assert.Equal(TreatmentOutcome.Stopped, treatment.RunToOutcome(LimitMs));
        treatment.EndHost();
        treatment.Device.CutPower(100);
        treatment.Until(() => false, 500);
        List<MessageType> sent = [];
        treatment.Sent = (type, _) => sent.Add(type);
        treatment.StartHost();
        treatment.Host!.Desk.Opinion = question => !question.Contains("released", StringComparison.Ordinal);

        Assert.Equal(TreatmentOutcome.Stopped, treatment.RunToOutcome(LimitMs));
        Assert.DoesNotContain(MessageType.PermitGrant, sent);
        new Journey(treatment, "released").RunToCompletion(LimitMs);
    }

    [Fact]
    [Trait("Requirement", "SR-061")]
    public void Stop_overtakes_all_frames_that_wait_in_the_link()
    {
        // A line that is behind by 40 frames, more than 50 ms: the stop goes next all the same.
        using VirtualTreatment treatment = new(new VirtualTreatmentOptions { Input = ShortPlans.Pen, Operator = OperatorPace.Fast, AnswerMs = 5 });
        treatment.StartHost();
        Assert.True(treatment.Until(() => treatment.Device.Plant.PlungerMoving && treatment.Device.Plant.Shot == 1, LimitMs));
        byte[] frame = new byte[FrameWriter.FrameMax];
        int length = FrameWriter.Write(frame, new FrameHeader(1, MessageType.Status, 1, treatment.Device.BootId), default(StatusRequest));
        for (int i = 0; i < 40; i++)
        {
            treatment.Line.ToDevice.Send(frame.AsSpan(0, length), urgent: false, treatment.Line.NowUs);
        }

        treatment.Stop();

        Assert.True(treatment.Until(() => treatment.Device.Status is { State: DeviceState.Stopped }, WireMs));
    }

    private static int Duration()
    {
        using VirtualTreatment treatment = new(new VirtualTreatmentOptions { Input = ShortPlans.Pen, Operator = OperatorPace.Fast, AnswerMs = 5 });
        treatment.StartHost();
        Assert.Equal(TreatmentOutcome.Completed, treatment.RunToOutcome(LimitMs));
        return (int)treatment.Ms;
    }

    private static void Stop(VirtualTreatment treatment, int at, bool resumed)
    {
        bool open = treatment.Line.IsOpen;
        int stops = 0;
        treatment.Sent = (type, _) => stops += type == MessageType.Stop ? 1 : 0;
        treatment.Stop();

        Assert.True(!open || stops == 1, $"Stop at {at} ms: {stops} stop frames left at once.");
        long strokes = treatment.Device.Plant.Strokes;
        long lastMove = 0;
        long steps = treatment.Device.Plant.PlungerSteps;
        while (treatment.Host!.Outcome is null)
        {
            treatment.Step();
            bool moved = treatment.Device.Plant.PlungerSteps != steps;
            steps = treatment.Device.Plant.PlungerSteps;
            lastMove = moved ? treatment.Ms : lastMove;
            Assert.True(treatment.Device.Plant.Strokes == strokes || treatment.Ms <= at + WireMs, $"Stop at {at} ms: a shot begins at {treatment.Ms} ms.");
            strokes = treatment.Device.Plant.Strokes;
            Assert.True(treatment.Ms < at + 10_000, $"Stop at {at} ms: no end. {treatment.Recorder}");
        }

        Assert.True(lastMove <= at + WireMs + PlungerStillMs, $"Stop at {at} ms: the plunger moves at {lastMove} ms.");
        Assert.Equal(TreatmentOutcome.Stopped, treatment.Host.Outcome);
        if (resumed)
        {
            new Journey(treatment, $"stopped at {at} ms").RunToCompletion(LimitMs);
        }
    }
}
