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
    public void Parse_what_cannot_be_is_refused_with_what_can(string text, string sentence)
    {
        // Aim: an unsupported fault is refused, never ignored, in a sentence that says what is allowed.
        SimulatorInputException refused = Assert.Throws<SimulatorInputException>(() => FaultSpec.Parse(text));

        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
        Assert.StartsWith($"--fault {text}: ", refused.Message, StringComparison.Ordinal);
    }
}
