using MesoPen.Host.Connection;
using MesoPen.Protocol;

namespace MesoPen.Tests.Host.Connection;

public sealed class DeviceConnectionTests
{
    [Fact]
    public void Device_that_answers_is_identified_and_tested()
    {
        // Aim: hello, identity, capabilities, two statuses, in this order, and the facts that they told.
        using ConnectionBench bench = new();
        bench.Connect();

        Assert.Equal(
            [MessageType.Hello, MessageType.Identity, MessageType.Capabilities, MessageType.Status, MessageType.Status],
            bench.Device.Heard.Take(5).Select(h => h.Type));
        Assert.Equal(0u, bench.Device.Heard[0].BootId);
        Assert.All(bench.Device.Heard.Skip(1), h => Assert.Equal(bench.Device.BootId, h.BootId));
        DeviceFacts facts = Assert.Single(bench.Log.Facts);
        Assert.Equal(("gun-5", "MP-0007", new Version(2, 1, 3), 5), (facts.Model, facts.Serial, facts.FirmwareVersion, facts.Needles));
        Assert.Equal((20_000u, 250, bench.Device.BootId, 40u), (facts.CalibrationDueDay, facts.Caps.LeaseMaxMs, facts.BootId, facts.Status.ShotCounter));
        Assert.True(bench.Connection.SeenDeviceMs > 1000);
    }

    [Fact]
    public void Idle_connection_asks_for_the_status_every_interval()
    {
        // Aim: 100 ms after the last frame sent a status is asked for, and what it says is told.
        using ConnectionBench bench = new();
        bench.Connect();
        int before = bench.Device.Heard.Count;
        bench.Log.Statuses.Clear();
        bench.RunMs(1000);
        Assert.Equal(10, bench.Device.Heard.Count - before);
        Assert.InRange(bench.Log.Statuses.Count, 9, 10);
    }

    [Fact]
    public void Renewals_take_the_place_of_status_requests()
    {
        // Aim: while anything is exchanged, nothing is polled; every reply's status is told.
        using ConnectionBench bench = new();
        bench.Connect();
        bench.RunMs(50);
        int before = bench.Device.Heard.Count;
        bench.Log.Statuses.Clear();
        for (int i = 0; i < 20; i++)
        {
            bench.Virtual.Loop.Post(() => Assert.True(bench.Connection.SendNow(new PermitRenewRequest(1, bench.Connection.SeenDeviceMs), urgent: false)));
            bench.RunMs(80);
        }

        Assert.Equal(20, bench.Device.Heard.Count - before);
        Assert.All(bench.Device.Heard.Skip(before), h => Assert.Equal(MessageType.PermitRenew, h.Type));
        Assert.Equal(20, bench.Log.Statuses.Count);
    }

    [Fact]
    public void Request_without_an_answer_is_repeated_byte_for_byte_and_then_the_link_is_lost()
    {
        // Aim: five sendings of the same bytes, 150 ms apart; then a sentence, and the link counts as lost.
        using ConnectionBench bench = new();
        bench.Connect();
        bench.RunMs(50);
        int logged = bench.Line.Log.Count;
        bench.Device.Ignores.Add(MessageType.Retract);
        bench.Virtual.Run(async () =>
        {
            RequestFailedException failure = await Assert.ThrowsAsync<RequestFailedException>(
                () => bench.Connection.RequestAsync(new RetractRequest()));
            Assert.Contains("did not answer Retract, sent 5 times", failure.Message, StringComparison.Ordinal);
            Assert.False(bench.Connection.IsConnected);
        });

        string[] sent = [.. bench.Line.Log.Skip(logged).Where(l => l.Contains(" > ", StringComparison.Ordinal)).Select(l => l.Split(' ')[2])];
        string[] retracts = [.. sent.GroupBy(s => s).Where(g => g.Count() > 1).Select(g => g.Key)];
        Assert.Equal(5, sent.Count(s => s == Assert.Single(retracts)));
        Assert.Contains(bench.Log.Lines, l => l.StartsWith("lost: memory:1 did not answer Retract", StringComparison.Ordinal));
    }
}
