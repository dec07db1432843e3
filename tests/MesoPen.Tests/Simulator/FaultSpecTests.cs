using MesoPen.Simulator;

namespace MesoPen.Tests.Simulator;

public sealed class FaultSpecTests
{
    [Theory]
    [InlineData("link.cut@t=5s", "link.cut", 0, 5000L, 0u, 0, 2000)]
    [InlineData("link.cut@t=250ms,for=100ms", "link.cut", 0, 250L, 0u, 0, 100)]
    [InlineData("link.silent@shot=3", "link.silent", 0, null, 3u, 0, 2000)]
    [InlineData("reset@shot=7+30ms", "reset", 0, null, 7u, 30, 50)]
    [InlineData("reset@shot=7+30", "reset", 0, null, 7u, 30, 50)]
    [InlineData("trigger.stuck", "trigger.stuck", 0, 0L, 0u, 0, null)]
    [InlineData("temperature=5500cc", "temperature", 5500, 0L, 0u, 0, null)]
    [InlineData("temperature=-300cc@t=1s", "temperature", -300, 1000L, 0u, 0, null)]
    [InlineData("protocol.version=9", "protocol.version", 9, 0L, 0u, 0, null)]
    [InlineData("overdose=250@shot=9,for=1s", "overdose", 250, null, 9u, 0, 1000)]
    public void Parse_reads_every_part(string text, string name, int value, long? atMs, uint atShot, int plusMs, int? forMs)
    {
        // Aim: name, value, beginning, delay and length come out as written, the rest from the catalogue.
        FaultSpec spec = FaultSpec.Parse(text);

        Assert.Equal(name, spec.Kind.Name);
        Assert.Equal(value, spec.Value);
        Assert.Equal((plusMs, forMs), (spec.PlusMs, spec.ForMs));
        FaultTrigger expected = atMs is { } ms ? new FaultTrigger.Time(ms) : new FaultTrigger.Shot(atShot, StrokePhase.Begin);
        Assert.Equal(expected, spec.Trigger);
    }

    [Theory]
    [InlineData("", "there is no fault ''; allowed: air, battery.low, ")]
    [InlineData("gremlin@shot=7", "there is no fault 'gremlin'; allowed: air, battery.low, brownout, ")]
    [InlineData("occlusion@shot=0", "'@shot=0' is no time to begin")]
    [InlineData("occlusion@noon", "'@noon' is no time to begin")]
    [InlineData("occlusion@t=5h", "'5h' is no duration")]
    [InlineData("occlusion=4", "occlusion takes no value")]
    [InlineData("temperature=warm", "'warm' is no whole number of cc")]
    [InlineData("reset@shot=7+soon", "'soon' is no duration")]
    [InlineData("link.cut,long=2s", "'long=2s' is no option")]
    [InlineData("link.cut@t=9999999s", "'9999999s' is no duration")]
    [Trait("Requirement", "SR-155")]
    [InlineData("link.drop=1001", "1001 is out of range: link.drop takes 1 to 1000 permille")]
    [InlineData("brownout=64bytes", "64 is out of range: brownout takes 0 to 63 bytes")]
    [InlineData("reset@shot=7.lunch", "a stroke has no phase 'lunch'; allowed: begin, out, depth, flow, dwell, back, end")]
    [InlineData("reset@message=hullo", "there is no message 'hullo'; allowed: hello, hello_reply, identity, ")]
    [InlineData("reset@message=hello#0", "'#0' is no number of a message")]
    [InlineData("reset@boot=0", "'@boot=0' is no time to begin")]
    [InlineData("link.drop,byte=3", "'byte=3' is no option of link.drop; allowed: for=2s")]
    [InlineData("link.flip,byte=256", "'256' is no byte of a frame: they are 0 to 255")]
    [InlineData("link.flip,bit=8", "'8' is no bit of a byte: they are 0 to 7")]
    [InlineData("link.drop=5@message=stop", "with @message link.drop spoils that one frame for certain")]
    [InlineData("counters.high@t=5s", "counters.high is there from the start")]
    public void Parse_what_cannot_be_is_refused_with_what_can(string text, string sentence)
    {
        // Aim: an unsupported fault is refused, never ignored, in a sentence that says what is allowed.
        SimulatorInputException refused = Assert.Throws<SimulatorInputException>(() => FaultSpec.Parse(text));

        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
        Assert.StartsWith($"--fault {text}: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_reads_messages_phases_boots_and_places()
    {
        // Aim: each of the other triggers and options comes out as written.
        FaultSpec flip = FaultSpec.Parse("link.flip@message=permit_grant#2,byte=17,bit=3");
        Assert.Equal(new FaultTrigger.Message(MesoPen.Protocol.MessageType.PermitGrant, 2), flip.Trigger);
        Assert.Equal((17, 3, true), (flip.ByteAt, flip.Bit, flip.SpoilsOneFrame));
        Assert.Equal(new FaultTrigger.Shot(7, StrokePhase.Flow), FaultSpec.Parse("reset@shot=7.flow").Trigger);
        Assert.Equal(new FaultTrigger.Boot(2), FaultSpec.Parse("reset@boot=2+1s").Trigger);
        Assert.Equal(250, FaultSpec.Parse("link.replay@message=permit_renew,late=250ms").LateMs);
    }

    [Theory]
    [InlineData("host.kill", OperatorPace.Auto, "the test runner alone can do it")]
    [InlineData("wall.jump=3600@t=5s", OperatorPace.Auto, "the test runner alone can do it")]
    [InlineData("operator.hold", OperatorPace.Off, "nobody holds the device")]
    public void Simulator_refuses_what_it_cannot_do(string fault, OperatorPace hands, string sentence)
    {
        // Aim: a fault that could do nothing here is refused, never ignored.
        SimulationOptions options = new()
        {
            Profile = ProfileReader.Open("gun-5"),
            Operator = hands,
            Faults = [FaultSpec.Parse(fault)],
        };
        SimulatorInputException refused = Assert.Throws<SimulatorInputException>(() => new SimulatedDevice(options));
        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
    }
}
