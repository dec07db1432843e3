using MesoPen.Host.Connection;
using MesoPen.Host.Control;
using MesoPen.Host.Records;
using MesoPen.Kernel;
using MesoPen.Protocol;
using MesoPen.Tests.Host.Connection;
using MesoPen.Tests.Host.Input;
using MesoPen.Tests.Time;
using MesoPen.Tests.Treatment.Rig;

namespace MesoPen.Tests.Host.Control;

public sealed class ControlLoopTests
{
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
}
