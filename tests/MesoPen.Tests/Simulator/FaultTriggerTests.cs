using System.Text.Json;
using MesoPen.Protocol;
using MesoPen.Simulator;

namespace MesoPen.Tests.Simulator;

public sealed class FaultTriggerTests
{
    [Theory]
    [InlineData("begin", 0, 3)]
    [InlineData("out", 1, 20)]
    [InlineData("depth", 15, 28)]
    [InlineData("flow", 24, 32)]
    [InlineData("dwell", 45, 60)]
    [InlineData("back", 65, 85)]
    [InlineData("end", 85, 95)]
    public void Phase_of_a_stroke_is_met_where_the_plant_is(string phase, int leastMs, int mostMs)
    {
        // Aim: the phases come in their order, each at its place in a stroke of 90 ms; a fault that harms nothing marks the instant.
        MiniHost host = Run($"battery.low=900@shot=3.{phase}");
        JsonElement shot = host.Truth.Single(line => line.Has("depth_um") && line.Number("shot") == 3);
        long at = host.Truth.Single(line => line.IsEvent("fault:battery.low")).Number("t_ms");
        Assert.InRange(at - shot.Number("begin_ms"), leastMs, mostMs);
    }

    [Theory]
    [InlineData("link.drop@message=permit_grant", 0)]
    [InlineData("link.truncate@message=permit_grant,byte=20", 0)]
    [InlineData("link.flip@message=permit_grant,byte=20,bit=0", 0)]
    [InlineData("link.drop@message=permit_grant#2", 1)]
    [InlineData("link.duplicate@message=permit_grant", 2)]
    [InlineData("link.replay@message=permit_grant,late=200ms", 2)]
    [InlineData("link.delay=50ms@message=permit_grant", 1)]
    public void One_frame_is_spoilt_for_certain(string fault, int replies)
    {
        // Aim: that frame and no other meets the fault; the answers to it tell how often it arrived whole.
        MiniHost host = new("gun-5", OperatorPace.Off, 1, fault);
        host.MakeReady();
        host.SendGrant(1000, 20_000, 8);
        host.Step(500);
        Assert.Equal(replies, host.RepliesTo(MessageType.PermitGrant));
        Assert.Equal(!fault.Contains('#', StringComparison.Ordinal), host.Truth.Any(line => line.IsEvent("fault:" + fault[..fault.IndexOfAny(['@', '='])])));
    }

    [Fact]
    public void Frame_without_such_a_byte_arrives_and_the_truth_says_that_it_was_missed()
    {
        // Aim: a fault that could not be done is told, not silently taken for done.
        MiniHost host = new("gun-5", OperatorPace.Off, 1, "link.flip@message=hello,byte=200");
        host.Connect();
        Assert.Single(host.Truth, line => line.IsEvent("fault_missed:link.flip"));
    }

    [Fact]
    public void Boot_is_a_trigger()
    {
        // Aim: what begins with the second boot is not there in the first.
        MiniHost host = new("gun-5", OperatorPace.Off, 1, "reset@t=1s", "battery.low=300@boot=2");
        host.Step(900);
        Assert.NotEqual(300, host.Device.Status!.Value.BatteryPermille);
        host.Step(500);
        Assert.Equal(300, host.Device.Status!.Value.BatteryPermille);
    }

    private static MiniHost Run(params string[] faults)
    {
        MiniHost host = new("gun-5", OperatorPace.Fast, 1, faults);
        host.MakeReady();
        host.Grant(1000, 20_000, 8);
        host.Step(1500);
        return host;
    }
}
