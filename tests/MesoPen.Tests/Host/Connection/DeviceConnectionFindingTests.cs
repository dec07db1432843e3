using MesoPen.Host.Connection;

namespace MesoPen.Tests.Host.Connection;

public sealed class DeviceConnectionFindingTests
{
    [Fact]
    public void Absent_device_is_looked_for_with_growing_jittered_waits_exact_under_a_seed()
    {
        // Aim: the waits are those of this seed to the millisecond, grow to the longest, and are others for another seed.
        double[] waits = Waits(seed: 1);
        Assert.Equal(waits, Waits(seed: 1));
        Assert.NotEqual(waits, Waits(seed: 2));
        Assert.Equal([61, 254, 373, 1155, 1827, 2000, 2000, 2000], waits);
    }

    [Fact]
    public void Absent_device_is_found_within_the_longest_wait_once_it_is_there()
    {
        // Aim: however long it was away, the user does not wait longer than the longest wait and the identification.
        using ConnectionBench bench = new();
        bench.Line.Absent = "Nothing is there.";
        bench.Start();
        bench.RunMs(3_600_000);
        Assert.All(bench.Log.Lines, l => Assert.Equal("waiting: Nothing is there.", l));
        bench.Line.Absent = null;
        Assert.True(bench.Virtual.RunUntil(() => bench.Connection.IsConnected, TimeSpan.FromSeconds(2.1)));
    }

    [Fact]
    public void Device_that_cannot_be_identified_again_and_again_is_asked_less_and_less()
    {
        // Aim: the circuit breaker: after a few failures one attempt each pause, told with the reason; and it is found once it is right.
        using ConnectionBench bench = new();
        bench.Device.NeedlesInCaps = 9;
        bench.Start();
        bench.RunMs(600_000);
        Assert.InRange(bench.Line.Openings, 50, 75);
        Assert.All(bench.Log.Lines, l => Assert.Contains("its identity says 5 needles and its capabilities say 9", l, StringComparison.Ordinal));
        Assert.InRange(bench.Log.Pauses.Max(), TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(10));
        bench.Device.NeedlesInCaps = 5;
        Assert.True(bench.Virtual.RunUntil(() => bench.Connection.IsConnected, TimeSpan.FromSeconds(12.1)));
    }

    [Fact]
    public void Device_that_flaps_is_not_found_in_a_tight_circle()
    {
        // Aim: connections that do not hold count as failures, and the waits between them grow.
        using ConnectionBench bench = new();
        bench.Log.OnConnected = _ => bench.Line.Cut("flap");
        bench.Start();
        bench.RunMs(60_000);
        Assert.InRange(bench.Line.Openings, 20, 60);
        Assert.Equal(bench.Log.Facts.Count, bench.Log.Lines.Count(l => l == "lost: flap"));
    }

    [Fact]
    public void Device_that_opens_and_says_nothing_is_told_as_such()
    {
        // Aim: an open line without a device: five hellos, a sentence, and another attempt.
        using ConnectionBench bench = new();
        bench.Device.Answers = false;
        bench.Start();
        bench.RunMs(760);
        Assert.Equal(5, bench.Device.Heard.Count);
        Assert.Equal(
            ["waiting: memory:1 did not answer Hello, sent 5 times: check the cable and that the device is on."], bench.Log.Lines);
    }

    [Fact]
    public void Device_that_is_switched_on_late_is_found_soon()
    {
        // Aim: silence is no reason for the long pause of the circuit breaker.
        using ConnectionBench bench = new();
        bench.Device.Answers = false;
        bench.Start();
        bench.RunMs(300_000);
        bench.Device.Answers = true;
        Assert.True(bench.Virtual.RunUntil(() => bench.Connection.IsConnected, TimeSpan.FromSeconds(2.9)));
    }

    [Fact]
    public void Same_seed_gives_the_same_bytes_at_the_same_times()
    {
        // Aim: determinism, over a line with weather and a device that resets: wire log and events equal, byte for byte.
        (List<string> wire, List<string> events) = Run(seed: 11);
        (List<string> again, List<string> eventsAgain) = Run(seed: 11);
        Assert.Equal(wire, again);
        Assert.Equal(events, eventsAgain);
        Assert.NotEqual(wire, Run(seed: 12).Wire);
        Assert.True(wire.Count > 500);
    }

    private static double[] Waits(int seed)
    {
        using ConnectionBench bench = new(seed);
        bench.Line.Absent = "Nothing is there.";
        bench.Start();
        bench.RunMs(15_000);
        return [.. bench.Log.Pauses.Select(p => Math.Round(p.TotalMilliseconds)).Take(8)];
    }

    private static (List<string> Wire, List<string> Events) Run(int seed)
    {
        Random chance = new(seed);
        using ConnectionBench bench = new(seed);
        bench.Line.Weather = (_, _) => chance.Next(8) == 0 ? [] : [TimeSpan.FromTicks(chance.Next(1, 100_000))];
        bench.Start();
        for (int i = 0; i < 10; i++)
        {
            bench.RunMs(4000);
            bench.Device.BootId++;
        }

        return (bench.Line.Log, bench.Log.Lines);
    }
}
