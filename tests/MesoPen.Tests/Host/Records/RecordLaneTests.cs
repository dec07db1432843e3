using MesoPen.Host.Loop;
using MesoPen.Host.Records;
using MesoPen.Tests.Protocol;
using MesoPen.Tests.Time;

namespace MesoPen.Tests.Host.Records;

public sealed class RecordLaneTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public void OnLoop_batches_are_durable_in_order_and_in_one_transaction()
    {
        // Aim: on virtual time nothing happens inside Submit; one event of the loop writes what waits, then each batch hears of it in order.
        VirtualLoop time = new();
        ScriptedStore store = new();
        using RecordLane lane = RecordLane.OnLoop(store, time.Loop);
        List<string> heard = [];
        Assert.True(time.Loop.Post(() =>
        {
            lane.Submit(Entries.Many(1, 2), failure => heard.Add($"a {failure?.Message}"));
            lane.Submit(Entries.Many(3, 1), failure => heard.Add($"b {failure?.Message}"));
            Assert.Empty(store.Entries);
            Assert.Equal(2, lane.Waiting);
        }));

        time.Loop.RunReady();

        Assert.Equal(["a ", "b "], heard);
        Assert.Equal(Entries.Many(1, 3), store.Entries);
        Assert.Equal(1, store.Transactions);
        Assert.Equal(0, lane.Waiting);
    }

    [Fact]
    [Trait("Requirement", "SR-093")]
    public void Failure_keeps_everything_in_order_until_retry()
    {
        // Aim: "nothing is lost": the failed batch is told, later ones wait behind it, and retry writes all of them once, in order.
        VirtualLoop time = new();
        bool full = true;
        ScriptedStore store = new() { Before = _ => { if (full) { throw new RecordStoreException("full"); } } };
        using RecordLane lane = RecordLane.OnLoop(store, time.Loop);
        List<string> heard = [];
        lane.Submit(Entries.Many(1, 2), failure => heard.Add($"a {failure?.Message}"));
        time.Loop.RunReady();
        lane.Submit(Entries.Many(3, 1), failure => heard.Add($"b {failure?.Message}"));
        time.Loop.RunReady();
        Assert.Equal(["a full"], heard);
        Assert.True(lane.Stalled);
        Assert.Equal(2, lane.Waiting);

        lane.Retry();
        time.Loop.RunReady();
        Assert.Equal(["a full", "a full"], heard);

        full = false;
        lane.Retry();
        time.Loop.RunReady();
        Assert.Equal(["a full", "a full", "a ", "b "], heard);
        Assert.Equal(Entries.Many(1, 3), store.Entries);
        Assert.False(lane.Stalled);
    }

    [Fact]
    public void Full_loop_still_hears_of_records()
    {
        // Aim: a loop that refuses events must not swallow the word that a record is durable: permits wait for it.
        VirtualLoop time = new(capacity: 1);
        using RecordLane lane = RecordLane.OnLoop(new ScriptedStore(), time.Loop);
        int heard = 0;
        Assert.True(time.Loop.Post(static () => { }));
        lane.Submit(Entries.Many(1, 1), _ => heard++);
        time.Loop.RunReady();
        Assert.Equal(1, heard);
    }

    [Fact]
    public void Large_backlog_is_written_in_several_transactions()
    {
        // Aim: merging has a bound, so that the first of many does not wait for all of them.
        VirtualLoop time = new();
        ScriptedStore store = new();
        using RecordLane lane = RecordLane.OnLoop(store, time.Loop);
        for (int number = 1; number <= 1000; number += 10)
        {
            lane.Submit(Entries.Many(number, 10), static _ => { });
        }

        time.Loop.RunReady();
        Assert.Equal(Entries.Many(1, 1000), store.Entries);
        Assert.Equal(4, store.Transactions);
    }

    [Fact]
    public void Threaded_slow_disk_does_not_hold_the_loop()
    {
        // Aim: while the disk takes its time, the loop goes on; the answer comes back on the loop's own thread.
        using FieldLoop field = new();
        using ManualResetEventSlim disk = new();
        ScriptedStore store = new() { Before = _ => Assert.True(disk.Wait(Patience)) };
        using RecordLane lane = RecordLane.Threaded(store, field.Loop);
        using ManualResetEventSlim other = new();
        using ManualResetEventSlim durable = new();
        int thread = 0;
        field.Loop.Post(() => lane.Submit(Entries.Many(1, 1), _ =>
        {
            thread = Environment.CurrentManagedThreadId;
            durable.Set();
        }));
        field.Loop.Post(other.Set);

        Assert.True(other.Wait(Patience));
        Assert.False(durable.IsSet);
        disk.Set();
        Assert.True(durable.Wait(Patience));
        Assert.Equal(field.ThreadId, thread);
    }

    [Fact]
    [Trait("Requirement", "SR-093")]
    public void Threaded_with_a_disk_that_fails_again_and_again_loses_and_reorders_nothing()
    {
        // Aim: the same promise as above under threads and chance: every batch once, whole, in order; each hears success exactly once.
        using FieldLoop field = new();
        Random random = TestSeed.Random();
        ScriptedStore store = new() { Before = _ => { if (random.Next(3) == 0) { throw new RecordStoreException("full"); } } };
        using RecordLane lane = RecordLane.Threaded(store, field.Loop);
        using ManualResetEventSlim all = new();
        List<int> durable = [];
        const int Batches = 400;
        for (int number = 0; number < Batches; number++)
        {
            int batch = number;
            field.Loop.Post(() => lane.Submit(Entries.Many((batch * 3) + 1, 3), failure =>
            {
                if (failure is not null)
                {
                    lane.Retry();
                    return;
                }

                durable.Add(batch);
                if (durable.Count == Batches)
                {
                    all.Set();
                }
            }));
        }

        Assert.True(all.Wait(Patience));
        Assert.Equal(Enumerable.Range(0, Batches), durable);
        Assert.Equal(Entries.Many(1, Batches * 3), store.Entries);
    }

    [Fact]
    public void Dispose_writes_what_waits()
    {
        // Aim: the end of the program does not drop what was submitted.
        using FieldLoop field = new();
        ScriptedStore store = new();
        RecordLane lane = RecordLane.Threaded(store, field.Loop);
        lane.Submit(Entries.Many(1, 300), static _ => { });
        lane.Submit(Entries.Many(301, 300), static _ => { });
        lane.Dispose();
        Assert.Equal(Entries.Many(1, 600), store.Entries);
        Assert.Equal(0, lane.Waiting);
        Assert.Throws<ObjectDisposedException>(() => lane.Submit(Entries.Many(1, 1), static _ => { }));
    }

    [Fact]
    public async Task Defect_in_the_store_ends_the_loop()
    {
        // Aim: what cannot be must not end a thread that nobody watches: it comes out where the control path is.
        using FieldLoop field = new();
        ScriptedStore store = new() { Before = static _ => throw new InvalidOperationException("defect") };
        using RecordLane lane = RecordLane.Threaded(store, field.Loop);
        lane.Submit(Entries.Many(1, 1), static _ => { });
        Assert.Equal("defect", (await field.Ended.WaitAsync(Patience))?.Message);
    }

    [Fact]
    public void Threaded_on_a_real_journal_keeps_the_chain()
    {
        // Aim: lane and journal together, with a real second program that locks the file in between.
        using TempFolder folder = new();
        using FieldLoop field = new();
        using SqliteJournal journal = SqliteJournal.Open(folder.Path);
        using RecordLane lane = RecordLane.Threaded(journal, field.Loop);
        using RawJournal other = new(folder.Path);
        using ManualResetEventSlim failed = new();
        using CountdownEvent durable = new(2);
        other.Execute("BEGIN IMMEDIATE");
        lane.Submit(Entries.Many(1, 5), failure => Count(failure));
        Assert.True(failed.Wait(Patience));
        lane.Submit(Entries.Many(6, 5), failure => Count(failure));
        other.Execute("ROLLBACK");
        lane.Retry();

        Assert.True(durable.Wait(Patience));
        using JournalReader reader = JournalReader.Open(folder.Path);
        Assert.Null(reader.Verify().Broken);
        Assert.Equal(Entries.Many(1, 10).Select(entry => entry.Body), reader.Read().Select(row => row.Body));

        void Count(RecordStoreException? failure)
        {
            if (failure is null)
            {
                durable.Signal();
            }
            else
            {
                failed.Set();
            }
        }
    }

    /// <summary>An event loop on a thread of its own and the system's clock, as in the field.</summary>
    private sealed class FieldLoop : IDisposable
    {
        private readonly CancellationTokenSource _cancel = new();
        private readonly TaskCompletionSource<Exception?> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Thread _thread;

        public FieldLoop()
        {
            Loop = new EventLoop(TimeProvider.System);
            _thread = new Thread(() =>
            {
                try
                {
                    Loop.Run(_cancel.Token);
                    _ended.SetResult(null);
                }
                catch (InvalidOperationException defect)
                {
                    _ended.SetResult(defect);
                }
            });
            _thread.Start();
        }

        public EventLoop Loop { get; }

        public int ThreadId => _thread.ManagedThreadId;

        public Task<Exception?> Ended => _ended.Task;

        public void Dispose()
        {
            _cancel.Cancel();
            _thread.Join();
            _cancel.Dispose();
        }
    }
}
