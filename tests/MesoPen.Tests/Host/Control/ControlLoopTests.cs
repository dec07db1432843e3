using MesoPen.Host.Connection;
using MesoPen.Host.Control;
using MesoPen.Host.Records;
using MesoPen.Kernel;
using MesoPen.Protocol;
using MesoPen.Simulator;
using MesoPen.Tests.Host.Connection;
using MesoPen.Tests.Host.Input;
using MesoPen.Tests.Time;
using MesoPen.Tests.Treatment;

namespace MesoPen.Tests.Host.Control;

public sealed class ControlLoopTests
{
    private const int LimitMs = 60_000;

    [Fact]
    public void Grant_that_waits_for_its_answer_is_not_sent_again_after_a_pause()
    {
        // The answer to a grant is lost, so that it would be repeated; meanwhile a person pauses: no frame may ask for it any more.
        using VirtualTreatment treatment = new(new VirtualTreatmentOptions { Input = ShortPlans.LongZone, Operator = OperatorPace.Fast, AnswerMs = 5 });
        int grants = 0;
        treatment.Sent = (type, _) => grants += type == MessageType.PermitGrant ? 1 : 0;
        treatment.Line.FromDevice.Fate = frame => IsAnswerToGrant(frame) ? null : 0;
        treatment.StartHost();
        Assert.True(treatment.Until(() => grants == 1, 60_000));
        treatment.Host!.Desk.Away = true;
        treatment.Host.Control.Ask(at => new SessionEvent.Pause(at, "tester"));
        treatment.Host.Loop.RunReady();

        treatment.Until(static () => false, 1500);

        Assert.Equal(1, grants);
    }

    private static bool IsAnswerToGrant(byte[] bytes)
    {
        ReadOnlySpan<byte> rest = bytes;
        return new FrameReader().TryRead(ref rest, out Frame frame) && frame.Header.Type == MessageType.PermitGrant.Reply();
    }

    [Fact]
    [Trait("Requirement", "SR-073")]
    public void Lease_is_renewed_at_a_fifth_of_itself_while_armed_and_not_after()
    {
        // Four renewals may be lost before the device disarms by itself; after a pause not one more is sent.
        using VirtualTreatment treatment = New();
        List<long> renewals = [];
        treatment.Sent = (type, _) => AddIf(renewals, type == MessageType.PermitRenew, treatment.Clock.GetTimestamp());
        treatment.StartHost();
        Assert.True(treatment.Until(() => renewals.Count == 8, LimitMs));

        Assert.All(renewals.Zip(renewals.Skip(1)), pair => Assert.Equal(TimeSpan.FromMilliseconds(50), TimeSpan.FromTicks(pair.Second - pair.First)));
        treatment.Host!.Control.Ask(at => new SessionEvent.Pause(at, "a moment"));
        treatment.Host.Desk.Opinion = static _ => false;
        treatment.Host.Loop.RunReady();
        treatment.Until(() => false, 1000);
        Assert.Equal(8, renewals.Count);
    }

    [Fact]
    [Trait("Requirement", "SR-062")]
    public void Stop_is_repeated_until_the_device_stands_still_and_no_longer()
    {
        // Its frames may be lost: every 20 ms another one, and the last when needle and plunger are known to be at rest.
        using VirtualTreatment treatment = New();
        treatment.StartHost();
        Assert.True(treatment.Until(() => treatment.Device.Plant.Shot == 1 && treatment.Device.Plant.PlungerMoving, LimitMs));
        List<long> stops = [];
        treatment.Sent = (type, _) => AddIf(stops, type == MessageType.Stop, treatment.Ms);
        treatment.Line.Weather = new LinkWeather { LossPermille = 1000 };
        treatment.Stop();
        treatment.Until(() => false, 100);
        Assert.Equal(6, stops.Count);
        treatment.Line.Weather = LinkWeather.Clear;

        Assert.True(treatment.Until(() => treatment.Host!.Session.StandsStill, 1000));
        treatment.Until(() => false, 40);
        int enough = stops.Count;
        treatment.Until(() => false, 500);
        Assert.Equal(enough, stops.Count);
        Assert.All(stops.Zip(stops.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 1, 21));
    }

    [Fact]
    public void Release_as_soon_as_the_device_stands_still_is_not_undone_by_a_stop_that_was_still_due()
    {
        // The next repeat of a stop is up to 20 ms away when the device stands still: whoever releases it before that has released it.
        for (int at = 0; at < 20; at++)
        {
            using VirtualTreatment treatment = New();
            treatment.StartHost();
            Assert.True(treatment.Until(() => treatment.Device.Plant.Shot == 1 && treatment.Device.Plant.PlungerMoving, LimitMs));
            treatment.Until(() => false, at);
            Session session = treatment.Host!.Session;
            treatment.Host.Control.Changed = null;
            treatment.Stop();
            Assert.True(treatment.Until(() => session is { StandsStill: true, Settled: true }, 1000));

            List<MessageType> sent = [];
            treatment.Sent = (type, _) => sent.Add(type);
            treatment.Oracle.Arming.Answer("may it be released?", yes: true);
            treatment.Host.Control.Ask(now => new SessionEvent.Clear(now, "tester", "the patient is well"));
            treatment.Host.Loop.RunReady();
            Assert.True(treatment.Until(() => !session.IsIn(SessionState.Stopped), 100), $"Stop {at} ms after the plunger began: not released.");
            treatment.Until(() => false, 100);
            Assert.False(session.IsIn(SessionState.Stopped), $"Stop {at} ms after the plunger began: stopped again. {treatment.Recorder}");
            Assert.DoesNotContain(MessageType.Stop, sent.SkipWhile(type => type != MessageType.FaultClear));
        }
    }

    [Fact]
    [Trait("Requirement", "SR-065")]
    public void Stop_before_any_device_is_there_is_sent_as_soon_as_the_line_is_open()
    {
        // A person who presses stop at the very beginning means it.
        using VirtualTreatment treatment = New();
        treatment.Line.Cut(forMs: 700);
        List<MessageType> sent = [];
        treatment.Sent = (type, _) => sent.Add(type);
        treatment.StartHost();
        treatment.Stop();
        Assert.DoesNotContain(MessageType.Stop, sent);

        Assert.True(treatment.Until(() => treatment.Device.Status is { State: DeviceState.Stopped }, 5000));
        Assert.Equal(Stopped, treatment.RunToOutcome(LimitMs));
    }

    [Fact]
    public void Answer_about_the_journal_from_before_a_stop_is_asked_for_again()
    {
        // The answer on its way when somebody stops may not know of the last shot: it counts for nothing, and the kernel asks anew.
        using VirtualTreatment treatment = New();
        int reads = 0;
        treatment.Sent = (type, _) =>
        {
            if (type == MessageType.JournalRead && ++reads == 1)
            {
                treatment.Host!.Control.RequestStop("tester");
            }
        };
        treatment.StartHost();
        Assert.True(treatment.Until(() => treatment.Device.Plant.Shot == 1 && treatment.Device.Plant.PlungerMoving, LimitMs));
        treatment.Line.Weather = new LinkWeather { LossPermille = 1000 };
        treatment.Until(() => false, 300);
        treatment.Line.Weather = LinkWeather.Clear;

        Session session = treatment.Host!.Session;
        Assert.True(treatment.Until(() => session is { StandsStill: true, Settled: true } && session.Ledger.LastShot > 0, 5000));
        Assert.Equal(2, reads);
        Assert.Equal(0, session.Ledger.UnknownShots);
    }

    [Fact]
    public void Requests_go_one_after_another()
    {
        // The order of the effects is the order on the wire: no request leaves before the one before it was answered, renewals, statuses and
        // stops apart.
        using VirtualTreatment treatment = New();
        int waiting = 0;
        treatment.Sent = (type, _) =>
        {
            if (type is MessageType.PermitGrant or MessageType.TriggerMode or MessageType.PermitRevoke or MessageType.JournalAck or MessageType.JournalRead
                or MessageType.Prime or MessageType.SelfTest)
            {
                Assert.Equal(1, ++waiting);
            }
        };
        treatment.HostHears = type => waiting -= type.IsReply && type.Request() is not (MessageType.PermitRenew or MessageType.Status or MessageType.Hello
            or MessageType.Identity or MessageType.Capabilities) ? 1 : 0;
        treatment.StartHost();

        Assert.Equal(TreatmentOutcome.Completed, treatment.RunToOutcome(LimitMs));
        Assert.True(waiting <= 1, "Only the last acknowledgement may still be without its answer.");
    }

    [Fact]
    public void Device_that_does_not_answer_as_the_protocol_says_is_not_waited_for_for_ever()
    {
        // Aim: what waited behind such an answer is gone; unless the link counts as lost nothing would ever ask again, and the treatment hang.
        using InputFolder folder = new();
        VirtualLoop time = new();
        FakeDevice device = new();
        MemoryLine line = new(time.Loop, device);
        device.Ignores.Add(MessageType.PermitRevoke);
        device.OnRequest = request =>
        {
            if (request.Type == MessageType.PermitRevoke)
            {
                device.SayReply(request.Type, request.Seq, new PrefixReply(device.Prefix(Result.Unknown)));
            }
        };
        TreatmentPlan plan = folder.Load().Plan;
        using RecordLane lane = RecordLane.OnLoop(new MemoryJournal(null), time.Loop);
        using ControlLoop control = new(time.Loop, new Session(plan, new LimitSet([]), new SessionOptions(default, Volume.Zero)), lane, plan, "test");
        List<string> notices = [];
        control.Noticed = (_, text) => notices.Add(text);
        using DeviceConnection connection = new(time.Loop, line.NewLink, control, new ExpectedDevice(), new Random(1));
        time.Loop.Post(() => control.Start(connection));

        Assert.True(time.RunUntil(() => line.Openings > 1, TimeSpan.FromSeconds(30)), string.Join('\n', notices));

        Assert.Contains(notices, text => text.StartsWith("The device does not know the request PermitRevoke", StringComparison.Ordinal));
        time.Loop.Post(connection.Stop);
        time.Loop.RunReady();
    }

    [Fact]
    public void Take_off_the_loop_is_refused()
    {
        // One writer: a second thread in the session would be the end of determinism and of the ledger.
        using VirtualTreatment treatment = New();
        treatment.StartHost();

        Exception? refused = null;
        Thread other = new(() => refused = Record.Exception(() => treatment.Host!.Control.Take(new SessionEvent.Stop(0, "nobody"))));
        other.Start();
        other.Join();

        Assert.IsType<InvalidOperationException>(refused);
    }

    private const TreatmentOutcome Stopped = TreatmentOutcome.Stopped;

    private static void AddIf(List<long> times, bool add, long time)
    {
        if (add)
        {
            times.Add(time);
        }
    }

    private static VirtualTreatment New() =>
        new(new VirtualTreatmentOptions { Input = ShortPlans.LongZone, Operator = OperatorPace.Fast, AnswerMs = 5 });
}
