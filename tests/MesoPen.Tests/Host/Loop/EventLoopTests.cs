using MesoPen.Host.Loop;
using MesoPen.Tests.Time;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace MesoPen.Tests.Host.Loop;

public sealed class EventLoopTests
{
    private static readonly TimeSpan OneMs = TimeSpan.FromMilliseconds(1);
    private readonly VirtualLoop _virtual = new();
    private readonly List<string> _seen = [];

    private EventLoop Loop => _virtual.Loop;

    [Fact]
    public void Order_of_urgent_timers_and_events_is_fixed()
    {
        // Aim: urgent first, then timers that are due, then events in the order posted, whatever order they were given in.
        Loop.Post(() => _seen.Add("event 1"));
        Loop.Post(() => _seen.Add("event 2"));
        using ITimer timer = Timer("timer", OneMs);
        Loop.PostUrgent(() => _seen.Add("urgent 1"));
        Loop.PostUrgent(() => _seen.Add("urgent 2"));
        _virtual.Clock.Advance(OneMs);

        Assert.Equal(5, Loop.RunReady());
        Assert.Equal(["urgent 1", "urgent 2", "timer", "event 1", "event 2"], _seen);
    }

    [Fact]
    [Trait("Requirement", "SR-061")]
    public void Urgent_posted_in_the_middle_of_the_queue_runs_next()
    {
        // Aim: a stop waits for the piece of work under way and for nothing else.
        Loop.Post(() =>
        {
            _seen.Add("event 1");
            Loop.PostUrgent(() => _seen.Add("stop"));
        });
        Loop.Post(() => _seen.Add("event 2"));

        Loop.RunReady();
        Assert.Equal(["event 1", "stop", "event 2"], _seen);
    }

    [Fact]
    public void Timers_fire_by_due_time_and_at_one_time_in_the_order_set()
    {
        // Aim: the order of timers is that of their due times, and never depends on the heap's shape.
        Random chance = new(4711);
        List<(int Due, int Order)> expected = [];
        List<(int Due, int Order)> fired = [];
        for (int order = 0; order < 500; order++)
        {
            (int Due, int Order) key = (chance.Next(40), order);
            expected.Add(key);
            Loop.CreateTimer(_ => fired.Add(key), null, TimeSpan.FromMilliseconds(key.Due), Timeout.InfiniteTimeSpan);
        }

        expected.Sort();
        _virtual.Clock.Advance(TimeSpan.FromMilliseconds(40));
        Loop.RunReady();
        Assert.Equal(expected, fired);
    }

    [Fact]
    public void Timers_moved_and_disposed_at_random_fire_as_a_plain_list_says()
    {
        // Aim: against the simplest model there is, a list, for seeds printed on failure.
        for (int seed = 1; seed <= 50; seed++)
        {
            Random chance = new(seed);
            VirtualLoop virtualLoop = new();
            long?[] model = new long?[20];
            List<(long At, int Timer)> fired = [];
            ITimer[] timers = [.. Enumerable.Range(0, model.Length).Select(i => virtualLoop.Loop.CreateTimer(
                _ => fired.Add((virtualLoop.Clock.GetTimestamp(), i)), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan))];
            for (int step = 0; step < 400; step++)
            {
                int i = chance.Next(model.Length);
                if (chance.Next(3) == 0)
                {
                    timers[i].Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                    model[i] = null;
                }
                else
                {
                    int ms = chance.Next(1, 30);
                    timers[i].Change(TimeSpan.FromMilliseconds(ms), Timeout.InfiniteTimeSpan);
                    model[i] = virtualLoop.Clock.GetTimestamp() + (ms * TimeSpan.TicksPerMillisecond);
                }

                fired.Clear();
                long before = virtualLoop.Clock.GetTimestamp();
                virtualLoop.RunFor(TimeSpan.FromMilliseconds(chance.Next(4)));
                List<(long At, int Timer)> due = [];
                for (int t = 0; t < model.Length; t++)
                {
                    if (model[t] is { } at && at <= virtualLoop.Clock.GetTimestamp())
                    {
                        due.Add((at, t));
                        model[t] = null;
                    }
                }

                Assert.True(fired.Order().SequenceEqual(due.Order()), $"seed {seed} step {step} from {before}");
                Assert.Equal(model.Min(), virtualLoop.Loop.NextDueTimestamp);
            }
        }
    }

    [Fact]
    public void Timer_due_in_a_fraction_of_a_tick_never_fires_early()
    {
        // Aim: spans that the clock's ticks do not divide are rounded up, and exact ones stay exact over the longest span.
        Assert.Equal(1_000_000_000L, new EventLoop(TimeProvider.System).ToTimestampTicks(TimeSpan.FromSeconds(1)));
        EventLoop coarse = new(new OddClock(3));
        Assert.Equal(1, coarse.ToTimestampTicks(TimeSpan.FromTicks(1)));
        Assert.Equal(3, coarse.ToTimestampTicks(TimeSpan.FromSeconds(1)));
        Assert.Equal(4_294_967_294_000_000L, new EventLoop(TimeProvider.System).ToTimestampTicks(TimeSpan.FromMilliseconds(uint.MaxValue - 1)));
    }

    [Fact]
    public void Periodic_timer_keeps_its_beat_and_does_not_make_up_for_missed_ones()
    {
        // Aim: after a stall a period fires once and goes on from now; otherwise it would burst.
        List<TimeSpan> at = [];
        using ITimer timer = Loop.CreateTimer(_ => at.Add(_virtual.Now), null, TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(10));
        _virtual.RunFor(TimeSpan.FromMilliseconds(30));
        _virtual.Clock.Advance(TimeSpan.FromMilliseconds(35));
        _virtual.RunFor(TimeSpan.FromMilliseconds(20));
        Assert.Equal([10, 20, 30, 65, 65, 75, 85], at.Select(t => (int)t.TotalMilliseconds));
    }

    [Fact]
    public void Timer_changed_from_its_own_callback_follows_the_change()
    {
        // Aim: a callback may re-arm, stop or dispose its own timer.
        int fired = 0;
        ITimer? timer = null;
        timer = Loop.CreateTimer(
            _ =>
            {
                if (++fired == 3)
                {
                    timer!.Dispose();
                }
                else
                {
                    timer!.Change(OneMs, OneMs);
                }
            },
            null,
            OneMs,
            OneMs);
        _virtual.RunFor(TimeSpan.FromMilliseconds(100));
        Assert.Equal(3, fired);
        Assert.False(timer.Change(OneMs, OneMs));
        Assert.Null(Loop.NextDueTimestamp);
    }

    [Fact]
    public void Timer_cancelled_when_already_due_does_not_fire()
    {
        // Aim: of two timers due at once, the first may cancel the second.
        ITimer? second = null;
        using ITimer first = Loop.CreateTimer(_ => second!.Dispose(), null, OneMs, Timeout.InfiniteTimeSpan);
        second = Timer("second", OneMs);
        _virtual.RunFor(TimeSpan.FromMilliseconds(5));
        Assert.Empty(_seen);
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(4_294_967_295)]
    public void Timer_with_a_span_out_of_range_is_refused(long ms)
    {
        // Aim: the spans that TimeProvider documents, and no others.
        Assert.Throws<ArgumentOutOfRangeException>(() => Loop.CreateTimer(_ => { }, null, TimeSpan.FromMilliseconds(ms), Timeout.InfiniteTimeSpan));
    }

    [Fact]
    public void Rearming_for_long_leaves_nothing_behind()
    {
        // Aim: a watch that every frame moves must not fill the queue with its own past.
        using ITimer timer = Timer("watch", TimeSpan.FromHours(1));
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100_000; i++)
        {
            timer.Change(TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        timer.Dispose();
        Assert.Null(Loop.NextDueTimestamp);
    }

    [Fact]
    public void Post_beyond_capacity_is_refused_and_urgent_is_not()
    {
        // Aim: the queue is bounded, says so, and still lets a stop in.
        VirtualLoop small = new(capacity: 3);
        for (int i = 0; i < 3; i++)
        {
            Assert.True(small.Loop.Post(() => _seen.Add("event")));
        }

        Assert.False(small.Loop.Post(() => _seen.Add("lost")));
        small.Loop.PostUrgent(() => _seen.Add("stop"));
        small.Loop.RunReady();
        Assert.Equal(["stop", "event", "event", "event"], _seen);
        Assert.True(small.Loop.Post(() => { }));
    }

    [Fact]
    public void Exception_of_an_event_leaves_the_loop_and_the_rest_queued()
    {
        // Aim: a failed assertion ends the run at once; nothing after it is executed.
        Loop.Post(() => throw new InvalidOperationException("planted"));
        Loop.Post(() => _seen.Add("after"));
        Assert.Throws<InvalidOperationException>(() => Loop.RunReady());
        Assert.Empty(_seen);
        Assert.Equal(1, Loop.RunReady());
    }

    [Fact]
    public void Running_the_loop_inside_itself_is_refused()
    {
        // Aim: each piece of work runs to its end before the next begins.
        Loop.Post(() => Loop.RunReady());
        Assert.Throws<InvalidOperationException>(() => Loop.RunReady());
    }

    [Fact]
    public void Running_the_loop_under_a_scheduler_of_its_own_is_refused()
    {
        // Aim: under another scheduler continuations would leave for the thread pool unseen.
        ConcurrentExclusiveSchedulerPair pair = new();
        Task<int> run = Task.Factory.StartNew(() => Loop.RunReady(), CancellationToken.None, TaskCreationOptions.None, pair.ExclusiveScheduler);
        Assert.Throws<InvalidOperationException>(() => run.GetAwaiter().GetResult());
    }

    [Fact]
    public void AssertOnLoop_off_the_loop_throws()
    {
        // Aim: state of the control path touched from another thread is noticed.
        Assert.Throws<InvalidOperationException>(Loop.AssertOnLoop);
        Loop.Post(Loop.AssertOnLoop);
        Loop.RunReady();
        Exception? elsewhere = null;
        Thread other = new(() => elsewhere = Record.Exception(Loop.AssertOnLoop));
        other.Start();
        other.Join();
        Assert.IsType<InvalidOperationException>(elsewhere);
    }

    [Fact]
    public void Awaits_on_the_loops_time_come_back_to_its_thread_even_where_a_context_was_current()
    {
        // Aim: Task.Delay, CancelAfter, WaitAsync and Polly continue on the loop and nowhere else, whatever runs the test.
        SynchronizationContext? outside = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new PoolContext());
        try
        {
            int thread = Environment.CurrentManagedThreadId;
            _virtual.Run(async () =>
            {
                await Task.Delay(OneMs, Loop);
                Assert.Equal(thread, Environment.CurrentManagedThreadId);
                await Task.Delay(OneMs, Loop).ConfigureAwait(false);
                Assert.Equal(thread, Environment.CurrentManagedThreadId);

                using CancellationTokenSource source = new(OneMs, Loop);
                TaskCompletionSource never = new();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => never.Task.WaitAsync(source.Token));
                Assert.Equal(thread, Environment.CurrentManagedThreadId);
                await Assert.ThrowsAsync<TimeoutException>(() => never.Task.WaitAsync(OneMs, Loop));
                Assert.Equal(thread, Environment.CurrentManagedThreadId);

                int attempts = 0;
                await Assert.ThrowsAsync<TimeoutRejectedException>(async () => await Pipeline().ExecuteAsync(async token =>
                {
                    attempts++;
                    Assert.Equal(thread, Environment.CurrentManagedThreadId);
                    await never.Task.WaitAsync(token);
                }));
                Assert.Equal(thread, Environment.CurrentManagedThreadId);
                Assert.Equal(4, attempts);
            });
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outside);
        }
    }

    [Fact]
    public void Delays_take_exactly_their_time_on_the_virtual_clock()
    {
        // Aim: three attempts of 150 ms with 10 ms between them end at 470 ms, to the tick.
        _virtual.Run(async () =>
        {
            TaskCompletionSource never = new();
            ResiliencePipeline pipeline = new ResiliencePipelineBuilder { TimeProvider = Loop }
                .AddRetry(new RetryStrategyOptions { MaxRetryAttempts = 2, Delay = TimeSpan.FromMilliseconds(10) })
                .AddTimeout(TimeSpan.FromMilliseconds(150))
                .Build();
            await Assert.ThrowsAsync<TimeoutRejectedException>(async () => await pipeline.ExecuteAsync(async token => await never.Task.WaitAsync(token)));
        });
        Assert.Equal(TimeSpan.FromMilliseconds(470), _virtual.Now);
    }

    [Fact]
    public void Run_wakes_for_events_of_other_threads_and_for_timers_and_ends_when_cancelled()
    {
        // Aim: the field's way, in real time: nothing posted is slept through, and cancelling ends it.
        EventLoop loop = new(TimeProvider.System);
        using CancellationTokenSource cancel = new();
        Exception? failure = null;
        Thread thread = new(() => failure = Record.Exception(() => loop.Run(cancel.Token)));
        thread.Start();
        using SemaphoreSlim answered = new(0);
        for (int i = 0; i < 2000; i++)
        {
            Assert.True(loop.Post(() => answered.Release()));
            Assert.True(answered.Wait(TimeSpan.FromSeconds(10)), $"event {i} was slept through");
        }

        for (int i = 0; i < 100; i++)
        {
            using ITimer timer = loop.CreateTimer(_ => answered.Release(), null, OneMs, Timeout.InfiniteTimeSpan);
            Assert.True(answered.Wait(TimeSpan.FromSeconds(10)), $"timer {i} was slept through");
        }

        cancel.Cancel();
        Assert.True(thread.Join(TimeSpan.FromSeconds(10)));
        Assert.Null(failure);
    }

    [Fact]
    public void Run_that_always_has_work_still_ends_when_cancelled()
    {
        // Aim: work that posts work must not keep the loop from ending.
        EventLoop loop = new(TimeProvider.System);
        using CancellationTokenSource cancel = new();
        int rounds = 0;
        void Again()
        {
            if (++rounds == 1000)
            {
                cancel.Cancel();
            }

            loop.Post(Again);
        }

        loop.Post(Again);
        loop.Run(cancel.Token);
        Assert.Equal(1000, rounds);
    }

    [Fact]
    public void Posting_from_many_threads_loses_nothing_and_keeps_each_threads_order()
    {
        // Aim: reader threads and people post at once.
        EventLoop loop = new(TimeProvider.System, capacity: 100_000);
        List<(int Thread, int Number)> seen = [];
        using CancellationTokenSource cancel = new();
        Thread[] threads = [.. Enumerable.Range(0, 4).Select(t => new Thread(() =>
        {
            for (int n = 0; n < 5000; n++)
            {
                int number = n;
                loop.Post(() => seen.Add((t, number)));
            }
        }))];
        Array.ForEach(threads, t => t.Start());
        Thread ender = new(() =>
        {
            Array.ForEach(threads, t => t.Join());
            loop.Post(cancel.Cancel);
        });
        ender.Start();
        loop.Run(cancel.Token);
        Assert.Equal(20_000, seen.Count);
        foreach (IGrouping<int, (int Thread, int Number)> one in seen.GroupBy(s => s.Thread))
        {
            Assert.Equal(Enumerable.Range(0, 5000), one.Select(s => s.Number));
        }
    }

    private ITimer Timer(string name, TimeSpan due) => Loop.CreateTimer(_ => _seen.Add(name), null, due, Timeout.InfiniteTimeSpan);

    private ResiliencePipeline Pipeline() => new ResiliencePipelineBuilder { TimeProvider = Loop }
        .AddRetry(new RetryStrategyOptions { MaxRetryAttempts = 3, Delay = OneMs, UseJitter = true, Randomizer = new Random(1).NextDouble })
        .AddTimeout(TimeSpan.FromMilliseconds(10))
        .Build();

    /// <summary>A context that sends everything to the thread pool: what a continuation must not be caught by.</summary>
    private sealed class PoolContext : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state) => ThreadPool.QueueUserWorkItem(_ => d(state));
    }

    private sealed class OddClock(long frequency) : TimeProvider
    {
        public override long TimestampFrequency => frequency;
    }
}
