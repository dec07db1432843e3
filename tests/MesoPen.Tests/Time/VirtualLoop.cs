using MesoPen.Host.Loop;

namespace MesoPen.Tests.Time;

/// <summary>An event loop on a virtual clock, and the scheduler that moves both: from timer to timer, without waiting.</summary>
public sealed class VirtualLoop
{
    public VirtualLoop(int capacity = 4096)
    {
        Loop = new EventLoop(Clock, capacity);
    }

    public VirtualClock Clock { get; } = new();

    public EventLoop Loop { get; }

    /// <summary>Time since the clock began.</summary>
    public TimeSpan Now => TimeSpan.FromTicks(Clock.GetTimestamp());

    /// <summary>Runs what is ready and lets <paramref name="span"/> pass, timer by timer.</summary>
    public void RunFor(TimeSpan span) => Assert.False(RunUntil(static () => false, span));

    /// <summary>Runs until the condition holds, at most for <paramref name="limit"/>. True if it came to hold.</summary>
    public bool RunUntil(Func<bool> condition, TimeSpan limit)
    {
        long end = Clock.GetTimestamp() + limit.Ticks;
        while (true)
        {
            Loop.RunReady();
            if (condition())
            {
                return true;
            }

            long? due = Loop.NextDueTimestamp;
            if (due is null || due > end)
            {
                Clock.MoveTo(Math.Max(end, Clock.GetTimestamp()));
                Loop.RunReady();
                return condition();
            }

            Clock.MoveTo(Math.Max(due.Value, Clock.GetTimestamp()));
        }
    }

    /// <summary>Runs <paramref name="work"/> on the loop to its end, at most for <paramref name="limit"/> of virtual time; throws what it throws.</summary>
    public void Run(Func<Task> work, TimeSpan? limit = null)
    {
        Task? task = null;
        Assert.True(Loop.Post(() => task = work()));
        Assert.True(RunUntil(() => task is { IsCompleted: true }, limit ?? TimeSpan.FromMinutes(1)), "The work did not end in time.");
        task!.GetAwaiter().GetResult();
    }
}
