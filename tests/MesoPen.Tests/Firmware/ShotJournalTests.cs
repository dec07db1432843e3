using MesoPen.Firmware;
using MesoPen.Protocol;

namespace MesoPen.Tests.Firmware;

public sealed class ShotJournalTests
{
    [Fact]
    [Trait("Requirement", "SR-105")]
    public void Full_journal_refuses_permits_until_acknowledged_and_goes_round_after()
    {
        // Aim: twelve places, thirty shots: nothing unacknowledged is ever overwritten.
        Bench bench = new();
        bench.Arm(8, TriggerMode.Continuous);
        List<ShotEntry> stored = [];
        while (stored.Count < 30)
        {
            for (uint room = 12; room > 0; room = 12 - (bench.Status.ShotCounter - (uint)stored.Count))
            {
                room = 12 - (bench.Status.ShotCounter - (uint)stored.Count);
                StatusReply tooMany = bench.Send(bench.NewGrant(room + 1));
                Assert.Equal(room + 1 > 8 ? Result.ShotLimitCap : Result.JournalFull, tooMany.Prefix.Result);
                uint shots = Math.Min(8, room);
                Assert.Equal(Result.Ok, bench.Send(bench.NewGrant(shots)).Prefix.Result);
                Fire(bench, bench.Status.ShotCounter + shots);
            }

            Assert.Equal(Result.JournalFull, bench.Send(bench.NewGrant(1)).Prefix.Result);
            Assert.Equal((uint)stored.Count + 1, bench.Status.JournalFirst);
            ShotEntry[] news = bench.Journal((uint)stored.Count + 1);
            Assert.Equal(12, news.Length);
            stored.AddRange(news.Take(7));
            StatusReply acknowledged = bench.Send(new JournalAckRequest(stored[^1].Shot));
            Assert.Equal((uint)stored.Count + 1, acknowledged.Status.JournalFirst);
        }

        Assert.Equal(Enumerable.Range(1, stored.Count).Select(i => (uint)i), stored.Select(entry => entry.Shot));
        DeviceStatus before = bench.Status;
        bench.Reboot();
        bench.Run(3);
        Assert.Equal(before.ShotCounter, bench.Status.ShotCounter);
        Assert.Equal(before.VolumeCounterNl, bench.Status.VolumeCounterNl);
        Assert.Equal(before.JournalFirst, bench.Status.JournalFirst);
    }

    [Fact]
    public void Read_gives_consecutive_entries_from_the_oldest_held_and_none_beyond_the_last()
    {
        // Aim: bounds of journal_read and journal_ack.
        Bench bench = new();
        bench.Arm(8, TriggerMode.Continuous);
        Fire(bench, 8);
        Assert.Equal([1u, 2u, 3u, 4u, 5u, 6u, 7u], Read(bench, 0, 255));
        Assert.Equal([5u, 6u], Read(bench, 5, 2));
        Assert.Equal([8u], Read(bench, 8, 7));
        Assert.Empty(Read(bench, 9, 7));
        Assert.Empty(Read(bench, uint.MaxValue, 7));
        Assert.Empty(Read(bench, 1, 0));
        Assert.Equal(Result.OutOfRange, bench.Send(new JournalAckRequest(9)).Prefix.Result);
        Assert.Equal(Result.Ok, bench.Send(new JournalAckRequest(8)).Prefix.Result);
        Assert.Equal(9u, bench.Status.JournalFirst);
        Assert.Equal(Result.Ok, bench.Send(new JournalAckRequest(3)).Prefix.Result);
        Assert.Equal(9u, bench.Status.JournalFirst);

        // Acknowledged entries are held until they are overwritten: after six more, the oldest of twelve is the third.
        bench.Send(bench.NewGrant(6));
        Fire(bench, 14);
        Assert.Equal(3u, Read(bench, 1, 1)[0]);
    }

    [Fact]
    public void Shot_under_way_is_counted_but_not_read()
    {
        // Aim: the counter runs ahead of the journal during a shot, and an acknowledgement cannot reach into it.
        Bench bench = BenchStates.In(DeviceState.Delivering);
        Assert.Equal(1u, bench.Status.ShotCounter);
        Assert.Empty(Read(bench, 1, 7));
        Assert.Equal(Result.OutOfRange, bench.Send(new JournalAckRequest(1)).Prefix.Result);
        Assert.Equal(1u, bench.Status.JournalFirst);
    }

    [Fact]
    public void Acknowledgement_outlives_a_reset()
    {
        // Aim: acknowledged is acknowledged.
        Bench bench = new();
        bench.Arm();
        bench.FireOnce();
        bench.FireOnce();
        bench.Send(new JournalAckRequest(1));
        bench.Reboot();
        bench.Run(3);
        Assert.Equal(2u, bench.Status.JournalFirst);
    }

    [Fact]
    [Trait("Requirement", "SR-105")]
    public void Shot_without_room_is_not_begun_and_latches_the_fault()
    {
        // Aim: the guard behind the grant's: a journal that fills in another way still stops the shot. The journal is filled
        // under the device.
        Bench bench = new();
        bench.Arm(8, TriggerMode.Continuous);
        Machine machine = bench.Machine;
        machine.Counters.Shots = machine.Counters.Acknowledged + 12;
        bench.Send(bench.NewGrant(0) with { ShotLimit = 20, VolumeLimitNl = 160_000 });
        Assert.Equal(0u, machine.Journal.Room);
        machine.Permits.Grant(bench.NewGrant(8) with { TriggerMode = TriggerMode.Continuous }, machine.Clock.NowMs + 250);
        bench.Plant.Contact = true;
        bench.Plant.Trigger = true;
        bench.Plant.DeepestUm = 0;
        bench.Run(50);
        Assert.Equal(DeviceFault.JournalFull, bench.Status.Fault);
        Assert.Equal(0, bench.Plant.DeepestUm);
        Assert.Equal(Result.CauseRemains, bench.Send(new FaultClearRequest(1)).Prefix.Result);
    }

    [Fact]
    [Trait("Requirement", "SR-111")]
    public void Shot_counter_at_the_end_of_its_range_begins_no_shot()
    {
        // Aim: near 2^32 nothing wraps: a permit can be granted, the last shot is fired, and then none.
        Bench bench = new();
        bench.Machine.Counters.Shots = uint.MaxValue - 2;
        bench.Machine.Counters.Acknowledge(uint.MaxValue - 2);
        bench.Reboot();
        bench.Run(3);
        Assert.Equal(DeviceFault.None, bench.Status.Fault);
        bench.MakeReady();
        bench.Send(new TriggerModeRequest(TriggerMode.Continuous));
        Assert.Equal(Result.Ok, bench.Send(bench.NewGrant(2) with { VolumeLimitNl = 160_000 }).Prefix.Result);
        bench.Plant.Contact = true;
        bench.Plant.Trigger = true;
        bench.Run(2000);
        Assert.Equal(uint.MaxValue, bench.Status.ShotCounter);
        Assert.Equal([uint.MaxValue - 1, uint.MaxValue], Read(bench, uint.MaxValue - 1, 7));
        Assert.Equal(Result.Ok, bench.Send(new JournalAckRequest(uint.MaxValue)).Prefix.Result);
        Assert.Equal(uint.MaxValue, bench.Status.JournalFirst);
        Assert.Equal(Result.Ok, bench.Send(bench.NewGrant(0) with { VolumeLimitNl = 160_000 }).Prefix.Result);
        bench.Run(500);
        Assert.Equal(uint.MaxValue, bench.Status.ShotCounter);
        bench.Reboot();
        bench.Run(3);
        Assert.Equal(uint.MaxValue, bench.Status.ShotCounter);
    }

    private static void Fire(Bench bench, uint upTo)
    {
        bench.Plant.Contact = true;
        bench.Plant.Trigger = false;
        bench.Run(20);
        bench.Plant.Trigger = true;
        bench.RunUntil(() => bench.Status.ShotCounter == upTo, 4000);
        bench.RunUntil(DeviceState.Armed);
    }

    private static uint[] Read(Bench bench, uint from, byte count)
    {
        ShotEntries entries = bench.Ask<JournalReadRequest, JournalReadReply>(new JournalReadRequest(from, count)).Entries;
        return [.. entries.AsSpan().ToArray().Select(entry => entry.Shot)];
    }
}
