using MesoPen.Host.Station;
using MesoPen.Kernel;

namespace MesoPen.Tests;

/// <summary>Beats and traces of the live feed.</summary>
public sealed class LiveFeedTests
{
    // Aim: with nothing to tell, a follower hears a beat four times a second: a second without one is the loss of the station.
    [Fact]
    public async Task A_follower_hears_a_beat_four_times_a_second_when_nothing_happens()
    {
        LiveFeed feed = new("station-1", TimeProvider.System);
        using CancellationTokenSource enough = new(TimeSpan.FromSeconds(30));
        long began = TimeProvider.System.GetTimestamp();
        int beats = 0;
        await foreach (LiveItem item in feed.FollowAsync(null, 0, enough.Token))
        {
            beats += item.Kind == "beat" ? 1 : 0;
            if (beats == 4)
            {
                break;
            }
        }

        Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds, 950, 3000);
    }

    // Aim: a follower that reads slowly loses the oldest traces and never a shot; nobody's numbers count them, and one that comes later gets none.
    [Fact]
    public async Task Traces_are_dropped_for_who_reads_slowly_and_shots_are_not()
    {
        LiveFeed feed = new("station-1", TimeProvider.System);
        feed.Trace([new LiveSample(1, 0, 0)]);
        using CancellationTokenSource enough = new(TimeSpan.FromSeconds(30));
        List<LiveItem> seen = [];
        await foreach (LiveItem item in feed.FollowAsync(null, 0, enough.Token))
        {
            seen.Add(item);
            if (item.Kind == "state")
            {
                for (int i = 0; i < 100; i++)
                {
                    feed.Trace([new LiveSample(1000 + i, 20, null)]);
                    feed.Add(new LiveNotice(NoticeKind.Info, "n"));
                }
            }

            if (item.Trace is { } trace && trace.Samples[0].TMs == 1099)
            {
                break;
            }
        }

        LiveItem[] traces = [.. seen.Where(item => item.Kind == "trace")];
        Assert.InRange(traces.Length, 1, 20);
        Assert.Equal(100, seen.Count(item => item.Kind == "notice"));
        Assert.DoesNotContain(seen, item => item.Missed);
        Assert.DoesNotContain(traces, item => item.Trace!.Samples[0].TMs == 1);
        Assert.All(traces, item => Assert.Equal(100, item.Number));
    }
}
