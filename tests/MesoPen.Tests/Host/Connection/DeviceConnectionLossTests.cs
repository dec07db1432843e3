using MesoPen.Host.Connection;
using MesoPen.Protocol;

namespace MesoPen.Tests.Host.Connection;

public sealed class DeviceConnectionLossTests
{
    [Fact]
    [Trait("Requirement", "SR-076")]
    public void Silence_longer_than_the_limit_is_a_lost_link()
    {
        // Aim: 500 ms after the last frame heard, not earlier and not later; and then it is looked for again.
        using ConnectionBench bench = new();
        bench.Connect();
        bench.RunMs(3000);
        TimeSpan lastHeard = TimeSpan.FromTicks(long.Parse(bench.Line.Log.Last(l => l.Contains(" < ", StringComparison.Ordinal)).Split(' ')[0]));
        bench.Device.Answers = false;
        Assert.True(bench.Virtual.RunUntil(() => !bench.Connection.IsConnected, TimeSpan.FromSeconds(2)));
        Assert.Equal(TimeSpan.FromMilliseconds(500), bench.Virtual.Now - lastHeard);
        Assert.Equal("lost: memory:1 has said nothing for 500 ms: check the cable and that the device is on.", bench.Log.Lines[^1]);

        bench.Device.Answers = true;
        Assert.True(bench.Virtual.RunUntil(() => bench.Connection.IsConnected, TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void Host_that_stalled_looks_at_what_came_before_it_judges_silence()
    {
        // Aim: a loop held up for longer than the limit finds its timer due first; the device's frames wait behind it.
        using ConnectionBench bench = new();
        bench.Connect();
        bench.RunMs(3000);
        byte[] shout = Shout(bench);
        bench.Virtual.Loop.Post(() =>
        {
            bench.Line.Inject(shout);
            bench.Virtual.Clock.Advance(TimeSpan.FromSeconds(1));
        });
        bench.RunMs(1000);
        Assert.True(bench.Connection.IsConnected);
        Assert.Equal(1, bench.Line.Openings);
    }

    [Fact]
    [Trait("Requirement", "SR-077")]
    public void Reset_noticed_by_boot_id_in_the_middle_of_a_request_fails_it_and_identifies_anew()
    {
        // Aim: an answer of another boot answers nothing; the user learns of the reset, then of the loss, then of the new boot.
        using ConnectionBench bench = new();
        bench.Connect();
        bench.RunMs(3000);
        bench.Device.OnRequest = header =>
        {
            if (header.Type == MessageType.PermitGrant)
            {
                bench.Device.BootId = 0xB007_0002;
            }
        };
        bench.Virtual.Run(() => Assert.ThrowsAsync<RequestFailedException>(() => bench.Connection.RequestAsync(new PermitGrantRequest { PermitId = 1 })));
        Assert.True(bench.Virtual.RunUntil(() => bench.Connection.IsConnected, TimeSpan.FromSeconds(10)));
        Assert.Equal(
            [
                "connected MP-0007 boot b0070001",
                "boot changed",
                "lost: memory:1 was reset: it speaks with a new boot id, and is identified again.",
                "connected MP-0007 boot b0070002",
            ],
            bench.Log.Lines);
        Assert.Equal(1, bench.Device.Heard.Count(h => h.Type == MessageType.PermitGrant));
    }

    [Fact]
    [Trait("Requirement", "SR-077")]
    public void Reset_noticed_by_an_event_is_told()
    {
        // Aim: any frame's boot id counts, not only those of replies.
        using ConnectionBench bench = new();
        bench.Connect();
        bench.Device.BootId = 0xB007_0002;
        bench.Device.SayState();
        bench.RunMs(5);
        Assert.Contains("boot changed", bench.Log.Lines);
    }

    [Fact]
    public void Reset_in_the_middle_of_identification_begins_it_anew()
    {
        // Aim: identity of one boot and status of another are no identification.
        using ConnectionBench bench = new();
        bench.Device.OnRequest = header =>
        {
            if (header.Type == MessageType.Capabilities && bench.Line.Openings == 1)
            {
                bench.Device.BootId = 0xB007_0002;
            }
        };
        bench.Connect();
        Assert.Equal(2, bench.Line.Openings);
        Assert.Equal(0xB007_0002, Assert.Single(bench.Log.Facts).BootId);
    }

    [Fact]
    public void Counters_that_go_back_between_two_statuses_are_not_accepted()
    {
        // Aim: the test before use. Planted: a device whose counter falls with every status.
        using ConnectionBench bench = new();
        bench.Device.ShotCounterStep = -1;
        bench.Start();
        bench.RunMs(1000);
        Assert.Empty(bench.Log.Facts);
        Assert.Contains("its shot counter goes back between two statuses of one boot", bench.Log.Lines[0], StringComparison.Ordinal);
        bench.Device.ShotCounterStep = 0;
        Assert.True(bench.Virtual.RunUntil(() => bench.Connection.IsConnected, TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public void Line_cut_at_every_byte_of_the_identification_is_opened_again_and_identified()
    {
        // Aim: there is no byte at which a cut leaves the connection stuck, half identified or told twice.
        long total;
        using (ConnectionBench whole = new())
        {
            whole.Connect();
            total = whole.Line.Log.Sum(l => l.Split(' ')[2].Length / 2);
        }

        Assert.InRange(total, 250, 600);
        for (long cut = 1; cut <= total; cut++)
        {
            using ConnectionBench bench = new();
            bench.Line.CutAfterBytes = cut;
            bench.Connect();
            bench.RunMs(200);
            Assert.True(bench.Connection.IsConnected, $"cut after {cut} bytes");
            Assert.Equal(2, bench.Line.Openings);
            Assert.InRange(bench.Log.Facts.Count, 1, cut == total ? 2 : 1);
        }
    }

    [Fact]
    public void Duplicated_and_late_replies_are_matched_once_and_statuses_never_go_back()
    {
        // Aim: over lines that lose, double and delay frames, for seeds printed on failure, each request has one answer or one failure,
        // and the statuses told are in the order in which the device took them.
        int answers = 0;
        for (int seed = 1; seed <= 40; seed++)
        {
            Random chance = new(seed);
            using ConnectionBench bench = new(seed);
            bench.Line.Weather = (_, _) => chance.Next(10) switch
            {
                0 => [],
                1 => [Delay(chance, 5), Delay(chance, 400)],
                2 => [Delay(chance, 300)],
                _ => [Delay(chance, 5)],
            };
            bench.Connect();
            int ended = 0;
            for (int i = 0; i < 30; i++)
            {
                bench.Virtual.Loop.Post(() => _ = CountAsync());
                bench.RunMs(100);
            }

            async Task CountAsync()
            {
                try
                {
                    await bench.Connection.RequestAsync(new RetractRequest());
                    answers++;
                }
                catch (RequestFailedException)
                {
                }

                bench.Virtual.Loop.AssertOnLoop();
                ended++;
            }

            bench.RunMs(2000);
            Assert.True(ended == 30, $"seed {seed}: {ended} of 30 ended");
            foreach ((uint earlier, uint later) in bench.Log.Statuses.Select(s => s.DeviceMs).Pairwise())
            {
                Assert.True(later >= earlier, $"seed {seed}: {later} after {earlier}");
            }
        }

        Assert.InRange(answers, 1100, 1200);
    }

    [Fact]
    public void Answer_to_an_earlier_hello_passes_for_nothing()
    {
        // Aim: sequence number and type may fit by chance after the host was started anew; the nonce does not.
        using ConnectionBench bench = new();
        bench.Device.Ignores.Add(MessageType.Hello);
        bench.Device.OnRequest = header =>
        {
            if (header.Type == MessageType.Hello)
            {
                bench.Device.SayReply(MessageType.Hello, header.Seq, new HelloReply(bench.Device.Prefix(), 1, 1, 1, 4711));
            }
        };
        bench.Start();
        bench.RunMs(2000);
        Assert.Empty(bench.Log.Facts);
        Assert.All(bench.Device.Heard, h => Assert.Equal(MessageType.Hello, h.Type));
    }

    [Fact]
    [Trait("Requirement", "SR-076")]
    public void Host_that_falls_behind_counts_the_link_as_lost()
    {
        // Aim: more than the buffer holds is never dropped in silence.
        using ConnectionBench bench = new();
        bench.Connect();
        bench.Virtual.Loop.Post(() => bench.Line.Inject(new byte[LinkInbox.BytesMax + 1]));
        bench.RunMs(1);
        Assert.Contains("fell behind", bench.Log.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "SR-076")]
    public void Loop_whose_queue_is_full_counts_the_link_as_lost()
    {
        // Aim: what the loop does not take is told by the urgent lane.
        using ConnectionBench bench = new();
        bench.Connect();
        bench.Virtual.Loop.Post(() =>
        {
            while (bench.Virtual.Loop.Post(static () => { }))
            {
            }

            bench.Line.Inject([0]);
        });
        bench.RunMs(1);
        Assert.Contains("its queue is full", bench.Log.Lines[^1], StringComparison.Ordinal);
    }

    private static TimeSpan Delay(Random chance, int ms) => TimeSpan.FromMilliseconds(chance.Next(ms) + 1);

    /// <summary>A state event of the device as bytes.</summary>
    private static byte[] Shout(ConnectionBench bench)
    {
        Action<byte[]> say = bench.Device.Say;
        byte[] shout = [];
        bench.Device.Say = frame => shout = frame;
        bench.Device.SayState();
        bench.Device.Say = say;
        return shout;
    }
}
