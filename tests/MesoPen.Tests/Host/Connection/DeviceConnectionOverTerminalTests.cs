using System.Collections.Concurrent;
using MesoPen.Host.Connection;
using MesoPen.Host.Links;
using MesoPen.Host.Loop;
using MesoPen.Protocol;
using MesoPen.Tests.Host.Diagnostics;

namespace MesoPen.Tests.Host.Connection;

public sealed class DeviceConnectionOverTerminalTests
{
    [Fact]
    public void Cable_pulled_and_put_back_is_noticed_and_the_device_found_again()
    {
        // Aim: the whole way in the field: a real serial line, its threads, a loop on a thread of its own; ten cuts, requests in between.
        FakeDevice device = new();
        using TerminalDevice gun = new(device);
        EventLoop loop = new(TimeProvider.System);
        using BlockingCollection<string> told = [];
        EventLog log = new(loop.AssertOnLoop) { Told = told.Add };
        ConnectionOptions quick = new() { FirstBackoff = TimeSpan.FromMilliseconds(10), LongestBackoff = TimeSpan.FromMilliseconds(50) };
        using DeviceConnection connection = new(
            loop, () => DeviceAddress.Parse(gun.Terminal.LinkPath).NewLink(), log, new ExpectedDevice("gun-5", "MP-0007"), new Random(1), quick);
        using CancellationTokenSource ended = new();
        Exception? failure = null;
        Thread thread = new(() => failure = Record.Exception(() => loop.Run(ended.Token)));
        thread.Start();
        loop.Post(connection.Start);
        for (int cut = 0; cut < 10; cut++)
        {
            Until("connected");
            Until("answered", () => connection.RequestAsync(new RetractRequest()).ContinueWith(
                answer => told.Add(answer.IsCompletedSuccessfully ? "answered" : $"failed: {answer.Exception}"), TaskScheduler.Default));
            gun.Unplug();
            Until("lost");
            gun.Plug();
        }

        Until("connected");
        loop.Post(connection.Stop);
        loop.Post(ended.Cancel);
        Assert.True(thread.Join(TimeSpan.FromSeconds(10)));
        Assert.Null(failure);
        Assert.Empty(log.Refusals);

        void Until(string beginning, Action? first = null)
        {
            if (first is not null)
            {
                Assert.True(loop.Post(first));
            }

            string? line;
            do
            {
                Assert.True(told.TryTake(out line, TimeSpan.FromSeconds(20)), $"{beginning} never came");
                Assert.DoesNotContain("failed", line, StringComparison.Ordinal);
            }
            while (!line.StartsWith(beginning, StringComparison.Ordinal));
        }
    }
}
