using MesoPen.Firmware;
using MesoPen.Protocol;

namespace MesoPen.Tests.Firmware;

public sealed class TraceTests
{
    [Fact]
    public void Nothing_is_told_that_nobody_asked_for()
    {
        // Aim: a host from before traces hears what it always heard, through a whole shot.
        Bench bench = new();
        bench.Arm();
        bench.FireOnce();
        Assert.DoesNotContain(bench.Inbox, heard => heard.Type == MessageType.TraceEvent);
    }

    [Theory]
    [InlineData(50, 5)]
    [InlineData(20, 8)]
    [InlineData(1000, 1)]
    public void Traces_come_as_often_as_they_were_asked_for(int intervalMs, int samples)
    {
        // Aim: neither more often, which the line has no room for, nor less, which a picture would jump at.
        Bench bench = new();
        Ask(bench, intervalMs, samples);
        for (int i = 0; i < 100; i++)
        {
            bench.Run(99);
            bench.Send(default(StatusRequest));
        }

        TraceEvent[] traces = Traces(bench);
        Assert.InRange(traces.Length, (10_000 / intervalMs) - 10, (10_000 / intervalMs) + 1);
        Assert.All(traces.Zip(traces.Skip(1)), two => Assert.InRange(two.Second.DeviceMs - two.First.DeviceMs, (uint)intervalMs - 2, (uint)intervalMs + 2));
        Assert.All(traces, trace => Assert.Equal(samples, trace.Samples.Count));
        Assert.All(traces, trace => Assert.True(trace.Samples[0].AgeMs < intervalMs + 5));
    }

    [Fact]
    public void Trace_of_a_shot_shows_the_needle_and_the_pressure_that_the_sensors_said()
    {
        // Aim: each sample is what the machine was at the moment that its age says.
        Bench bench = new();
        bench.Arm();
        Ask(bench, 20, 4);
        Dictionary<uint, (int Um, int Kpa)> was = [];
        bench.Plant.Contact = true;
        bench.Plant.Trigger = true;
        for (int i = 0; i < 400; i++)
        {
            bench.Plant.PressureKpa = i % 97;
            bench.Run(1);
            was[bench.NowMs] = (bench.Plant.NeedleUm, bench.Plant.PressureKpa);
        }

        (TraceSample Sample, uint AtMs)[] samples = [.. Traces(bench).SelectMany(trace =>
            Enumerable.Range(0, trace.Samples.Count).Select(i => (trace.Samples[i], trace.DeviceMs - trace.Samples[i].AgeMs)))
            .Where(each => was.ContainsKey(each.Item2))];
        Assert.True(samples.Length > 60);
        Assert.All(samples, each => Assert.Equal(was[each.AtMs], (each.Sample.NeedleUm, each.Sample.PressureKpa)));
        Assert.Equal(samples.Select(each => each.AtMs).Order(), samples.Select(each => each.AtMs));
        Assert.Contains(samples, each => each.Sample.NeedleUm >= Bench.DepthUm - Needle.ArrivalUm);
    }

    [Fact]
    public void Trace_waits_for_every_other_frame()
    {
        // Aim: in no tick does a trace share the line with what matters, however much of that there is; when there is always something, the
        // oldest samples go, and nothing piles up.
        Bench bench = new();
        Ask(bench, 20, 2);
        for (int i = 0; i < 500; i++)
        {
            bench.Send(default(StatusRequest));
        }

        Assert.Empty(Traces(bench));
        bench.Run(1);
        TraceEvent late = Assert.Single(Traces(bench));
        Assert.Equal(2, late.Samples.Count);
        Assert.True(late.Samples[0].AgeMs <= 20);

        bench.Arm();
        bench.FireOnce();
        Assert.All(
            bench.Inbox.GroupBy(heard => heard.AtMs).Where(tick => tick.Any(heard => heard.Type == MessageType.TraceEvent)),
            tick => Assert.Single(tick));
    }

    [Fact]
    public void Traces_change_nothing_else_that_the_device_says()
    {
        // Aim: with traces and without, the same shots, states and faults in the same milliseconds.
        Heard[] without = Run(traced: false);
        Heard[] with = Run(traced: true);
        Assert.Equal(without.Select(heard => (heard.AtMs, heard.Type)), with.Select(heard => (heard.AtMs, heard.Type)));
        Assert.Equal(without.Select(heard => Convert.ToHexString(heard.Payload)), with.Select(heard => Convert.ToHexString(heard.Payload)));

        static Heard[] Run(bool traced)
        {
            Bench bench = new();
            bench.MakeReady();
            bench.Send(new TraceSetRequest((ushort)(traced ? 20 : 0), 8));
            bench.Arm();
            bench.FireOnce();
            bench.BeginShot();
            bench.Send(default(StopRequest));
            bench.Run(300);
            return [.. bench.Inbox.Where(heard => heard.Type != MessageType.TraceEvent)];
        }
    }

    [Theory]
    [InlineData(19, 1)]
    [InlineData(1001, 1)]
    [InlineData(50, 0)]
    [InlineData(50, 9)]
    [InlineData(ushort.MaxValue, byte.MaxValue)]
    public void Rate_that_does_not_exist_is_refused_and_changes_nothing(int intervalMs, int samples)
    {
        // Aim: no host can flood the line, and a refusal leaves what was set.
        Bench bench = new();
        Ask(bench, 100, 2);
        Assert.Equal(Result.OutOfRange, bench.Send(new TraceSetRequest((ushort)intervalMs, (byte)samples)).Prefix.Result);
        bench.Run(240);
        Assert.Equal(2, Traces(bench).Length);
    }

    [Fact]
    public void The_same_request_again_disturbs_nothing_and_zero_ends_it()
    {
        // Aim: repeated and late requests are harmless, as of every request of the protocol.
        Bench bench = new();
        for (int i = 0; i < 40; i++)
        {
            Ask(bench, 50, 5);
            bench.Run(9);
        }

        Assert.InRange(Traces(bench).Length, 7, 8);
        bench.Send(new TraceSetRequest(0, 77));
        bench.Inbox.Clear();
        bench.Run(200);
        Assert.Empty(Traces(bench));
    }

    [Fact]
    public void Nobody_is_told_who_is_not_there_and_a_boot_forgets_it()
    {
        // Aim: a cut line is not spoken into; who comes back finds it going on; a device that was reset waits to be asked.
        Bench bench = new();
        Ask(bench, 50, 5);
        bench.Run(bench.Configuration.LeaseMaxMs);
        bench.Inbox.Clear();
        bench.Run(1000);
        Assert.Empty(Traces(bench));
        bench.Send(default(StatusRequest));
        bench.Run(120);
        Assert.NotEmpty(Traces(bench));

        bench.Reboot();
        bench.Inbox.Clear();
        for (int i = 0; i < 10; i++)
        {
            bench.Send(default(StatusRequest));
            bench.Run(50);
        }

        Assert.Empty(Traces(bench));
    }

    private static void Ask(Bench bench, int intervalMs, int samples) =>
        Assert.Equal(Result.Ok, bench.Send(new TraceSetRequest((ushort)intervalMs, (byte)samples)).Prefix.Result);

    private static TraceEvent[] Traces(Bench bench) =>
        [.. bench.Inbox.Where(heard => heard.Type == MessageType.TraceEvent).Select(heard => heard.As<TraceEvent>())];
}
