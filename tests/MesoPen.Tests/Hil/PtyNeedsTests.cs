namespace MesoPen.Tests.Hil;

/// <summary>What real processes cannot be made to do or show is refused in a scenario that has the level pty.</summary>
public sealed class PtyNeedsTests
{
    [Theory]
    [InlineData("steps: [{when: shot 2 is deep, do: stop}]", "shot 2 is deep")]
    [InlineData("steps: [{expect: shot 2 comes back, within: 1s}]", "shot 2 comes back")]
    [InlineData("steps: [{expect: a person is asked \"Prime\", within: 1s}]", "asked")]
    [InlineData("steps: [{when: the device hears permit_grant, do: stop}]", "the device hears")]
    [InlineData("steps: [{do: press the stop button}]", "press the stop button")]
    [InlineData("rig: {faults: [disk.full@shot=2]}", "disk.full")]
    [InlineData("rig: {faults: [wall.jump@t=1s]}", "wall.jump")]
    [InlineData("rig: {faults: [host.kill@message=permit_grant]}", "host.kill")]
    [InlineData("rig: {faults: [host.kill@shot=2.back]}", "host.kill")]
    [InlineData("rig: {answer: 2s}", "answer")]
    [InlineData("rig: {link_patience: 1500ms}", "link_patience")]
    [InlineData("rig: {weather: drawn}", "weather")]
    [InlineData("expect: [{asked: Prime}]", "asked")]
    public void Thing_that_real_runs_cannot_have_is_refused_and_named(string more, string named)
    {
        // Aim: refused, not ignored; the same is read without complaint for virtual time alone.
        string refusal = PtyScenario.Refusal(more);
        Assert.Contains(named, refusal, StringComparison.Ordinal);
        Assert.Contains("pty", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("steps: [{when: shot 2 begins, do: stop}]")]
    [InlineData("rig: {faults: [host.kill@shot=2.dwell]}")]
    [InlineData("rig: {link_patience: 2s}")]
    public void Thing_that_real_runs_have_is_read(string more)
    {
        // Aim: the refusals above are for what they name.
        Assert.Contains(RunLevel.Pty, PtyScenario.Read(more).Levels);
    }
}
