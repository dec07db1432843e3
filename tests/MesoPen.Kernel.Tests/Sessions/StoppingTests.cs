using MesoPen.Kernel.Tests.Rig;

namespace MesoPen.Kernel.Tests.Sessions;

/// <summary>Stops and faults: first in line, latched, and released only by a person with a reason and by the device itself.</summary>
public sealed class StoppingTests
{
    public static TheoryData<SessionState> States => [.. Stage.States];

    [Theory]
    [MemberData(nameof(States))]
    [Trait("Requirement", "SR-061")]
    public void Stop_goes_first_in_every_state_and_every_time(SessionState state)
    {
        // Aim: whatever else there is to do, the stop is the first effect, the second time too, and nothing can be armed after it.
        Bench bench = Stage.At(state);
        bench.Wire = false;
        for (int i = 0; i < 3; i++)
        {
            IReadOnlyList<Effect> effects = bench.Do(new SessionEvent.Stop(bench.Now, "Ada"));
            Assert.IsType<Effect.Stop>(effects[0]);
            Assert.Single(effects.OfType<Effect.Stop>());
            Assert.Equal(SessionState.EmergencyStopped, bench.Session.State);
        }

        int granted = bench.Granted.Count;
        bench.Arm();
        Assert.Equal(granted, bench.Granted.Count);
    }

    [Fact]
    [Trait("Requirement", "SR-061")]
    public void Stop_goes_before_what_a_record_sets_free_in_the_same_step()
    {
        // Aim: the order holds also when other effects were waiting.
        Bench bench = Stage.At(SessionState.Ready);
        bench.Writes = false;
        bench.Do(new SessionEvent.Arm(bench.Now, 1));
        bench.Session.Step(new SessionEvent.Stop(bench.Now, "Ada"));
        IReadOnlyList<Effect> effects = bench.Session.Step(new SessionEvent.Recorded(bench.Now, long.MaxValue));
        Assert.DoesNotContain(effects, effect => effect is Effect.Grant);
    }

    [Fact]
    [Trait("Requirement", "SR-107")]
    public void Fault_of_the_hosts_own_stops_first_too()
    {
        // Aim: a shot that no permit covers: stop, then everything else.
        Bench bench = Stage.At(SessionState.Ready);
        IReadOnlyList<Effect> effects = bench.Session.Step(new SessionEvent.Journal(bench.Now, [Entry() with { PermitId = 77 }], null));
        Assert.IsType<Effect.Stop>(effects[0]);
        Assert.IsType<Effect.Record>(effects[1]);
    }

    [Fact]
    [Trait("Requirement", "SR-065")]
    public void Stop_without_a_link_goes_out_with_the_next_one()
    {
        // Aim: a stop that nobody could hear is not forgotten: it is the first thing said to the device when it is back.
        Bench bench = Stage.At(SessionState.Waiting);
        bench.Do(new SessionEvent.LinkLost(bench.Now, "The cable is out."));
        bench.Wire = false;
        bench.Do(new SessionEvent.Stop(bench.Now, "Ada"));
        bench.Wire = true;
        bench.Do(new SessionEvent.Connecting(bench.Now));
        IReadOnlyList<Effect> effects = bench.Do(new SessionEvent.Identified(bench.Now, bench.Identity, bench.Device.Status()));
        Assert.IsType<Effect.Stop>(effects[0]);
        bench.Settle();
        Assert.Equal(1, bench.Device.Fault);
        Assert.True(bench.Session.StandsStill);
        Assert.Equal(SessionState.EmergencyStopped, bench.Session.State);
    }

    [Fact]
    [Trait("Requirement", "SR-062")]
    public void Still_means_that_the_device_itself_says_so()
    {
        // Aim: a stop is done when needle and plunger are, by the device's word that it is stopped; an idle word from before proves nothing.
        Bench bench = Stage.At(SessionState.Ready);
        bench.Wire = false;
        bench.Do(new SessionEvent.Stop(bench.Now, "Ada"));
        bench.Settle();
        Assert.False(bench.Session.StandsStill);
        bench.Device.Stop();
        bench.Device.Pass(1);
        bench.Do(new SessionEvent.StatusSeen(bench.Now, bench.Device.Status() with { Still = false }));
        Assert.False(bench.Session.StandsStill);
        bench.Device.Pass(1);
        bench.Status();
        Assert.True(bench.Session.StandsStill);
        Assert.False(Stage.At(SessionState.Ready).Session.StandsStill);
    }

    [Theory]
    [InlineData("", "the patient is well", "Release refused: it needs a person and a reason.")]
    [InlineData("Ada", " ", "Release refused: it needs a person and a reason.")]
    [Trait("Requirement", "SR-064")]
    public void Release_needs_a_person_and_a_reason(string person, string reason, string sentence)
    {
        // Aim: nobody releases a stop in passing.
        Bench bench = Stage.At(SessionState.EmergencyStopped);
        bench.Do(new SessionEvent.Clear(bench.Now, person, reason));
        bench.Settle();
        Assert.Equal(SessionState.EmergencyStopped, bench.Session.State);
        Assert.DoesNotContain(bench.Effects, effect => effect is Effect.ClearFault);
        Assert.Contains(sentence, bench.Notices);
    }

    [Fact]
    [Trait("Requirement", "SR-064")]
    public void Release_needs_a_device_that_stands_still()
    {
        // Aim: without a device, or with one that still moves, there is nothing to release on.
        Bench bench = Stage.At(SessionState.EmergencyStopped);
        bench.Do(new SessionEvent.LinkLost(bench.Now, "The cable is out."));
        bench.Do(new SessionEvent.Clear(bench.Now, "Ada", "the patient is well"));
        Assert.Equal(SessionState.EmergencyStopped, bench.Session.State);
        Assert.Contains("Release refused: the device has not said that it stands still.", bench.Notices);
        Assert.DoesNotContain(bench.Effects, effect => effect is Effect.ClearFault);
    }

    [Fact]
    [Trait("Requirement", "SR-064")]
    public void Release_needs_every_shot_settled()
    {
        // Aim: an unknown shot keeps the latch until a person took it over.
        Bench bench = Stage.At(SessionState.Waiting);
        bench.Wire = false;
        bench.Device.Press();
        bench.Device.End(20_000);
        bench.Device.LoseEntry(41);
        bench.Wire = true;
        bench.Do(new SessionEvent.Stop(bench.Now, "Ada"));
        bench.Settle();
        Assert.True(bench.Session.StandsStill);
        bench.Do(new SessionEvent.Clear(bench.Now, "Ada", "the patient is well"));
        Assert.Contains("Release refused: not every shot is settled.", bench.Notices);
        bench.Do(new SessionEvent.SettleUnknown(bench.Now, "Ada", "seen on the skin"));
        bench.Do(new SessionEvent.Clear(bench.Now, "Ada", "the patient is well"));
        bench.Settle();
        Assert.Equal(SessionState.Ready, bench.Session.State);
    }

    [Fact]
    [Trait("Requirement", "SR-064")]
    public void Release_is_done_when_the_device_says_so()
    {
        // Aim: the person's word alone leaves the session stopped; the order goes out after its record; the device ends it.
        Bench bench = Stage.At(SessionState.EmergencyStopped);
        bench.Writes = false;
        bench.Do(new SessionEvent.Clear(bench.Now, "Ada", "the patient is well"));
        Assert.True(bench.Session.Releasing);
        Assert.DoesNotContain(bench.Effects, effect => effect is Effect.ClearFault);
        bench.Wire = false;
        bench.Do(new SessionEvent.Recorded(bench.Now, bench.LastTicket));
        Assert.Contains(new Effect.ClearFault(1), bench.Effects);
        bench.Settle();
        Assert.Equal(SessionState.EmergencyStopped, bench.Session.State);
        bench.Device.Clear(1, bench.Device.Boot);
        bench.Device.Pass(1);
        bench.Status();
        Assert.Equal(SessionState.Ready, bench.Session.State);
        Assert.Null(bench.Session.Fault);
        Assert.False(bench.Session.Releasing);
        Assert.Contains(new SessionRecord.Released("Ada", "the patient is well"), bench.Records);
    }

    [Fact]
    [Trait("Requirement", "SR-069")]
    public void Stop_during_a_release_takes_it_back()
    {
        // Aim: the order to clear that still waits for the disk is void, and the latch is recorded anew.
        Bench bench = Stage.At(SessionState.EmergencyStopped);
        bench.Writes = false;
        bench.Do(new SessionEvent.Clear(bench.Now, "Ada", "the patient is well"));
        bench.Do(new SessionEvent.Stop(bench.Now, "Bo"));
        bench.Writes = true;
        bench.Do(new SessionEvent.Recorded(bench.Now, bench.LastTicket));
        bench.Settle();
        Assert.DoesNotContain(bench.Effects, effect => effect is Effect.ClearFault);
        Assert.Equal(SessionState.EmergencyStopped, bench.Session.State);
        Session restored = new(bench.Plan, new LimitSet([]), Plans.Options());
        restored.Restore(bench.Records);
        Assert.Equal(SessionState.EmergencyStopped, restored.State);
    }

    [Fact]
    [Trait("Requirement", "SR-132")]
    public void Order_to_clear_does_not_reach_a_fault_that_nobody_saw()
    {
        // Aim: fault 10 was released, the device has latched another since: the waiting order is void.
        Bench bench = Stage.At(SessionState.Faulted);
        bench.Writes = false;
        bench.Do(new SessionEvent.Clear(bench.Now, "Ada", "new needle head"));
        bench.Device.Break(13);
        bench.Device.Pass(1);
        bench.Status();
        bench.Do(new SessionEvent.Recorded(bench.Now, bench.LastTicket));
        Assert.DoesNotContain(bench.Effects, effect => effect is Effect.ClearFault);
        Assert.Equal(13, bench.Session.Fault!.Number);
    }

    [Fact]
    [Trait("Requirement", "SR-132")]
    public void Same_fault_again_voids_a_release_under_way()
    {
        // Aim: it is told by its sequence number, not by its kind.
        Bench bench = Stage.At(SessionState.Faulted);
        bench.Wire = false;
        bench.Do(new SessionEvent.Clear(bench.Now, "Ada", "new needle head"));
        bench.Device.Clear(1, bench.Device.Boot);
        bench.Device.Break(10);
        bench.Device.Pass(1);
        bench.Status();
        Assert.False(bench.Session.Releasing);
        Assert.Equal(SessionState.Faulted, bench.Session.State);
    }

    [Theory]
    [InlineData(1, SessionState.EmergencyStopped)]
    [InlineData(2, SessionState.EmergencyStopped)]
    [InlineData(10, SessionState.Faulted)]
    [InlineData(99, SessionState.Faulted)]
    [Trait("Requirement", "SR-131")]
    public void Fault_of_the_device_latches_with_its_sentence(int number, SessionState state)
    {
        // Aim: stop button and faults, known and unknown ones, end the permit and are told with their remedy.
        Bench bench = Stage.At(SessionState.Delivering);
        bench.Device.Break(number);
        bench.EndShot(5_000);
        bench.Settle();
        Assert.Equal(state, bench.Session.State);
        Fault fault = FaultCatalogue.Find(number);
        Assert.Equal(fault, bench.Session.Fault);
        Assert.Contains($"{fault.Sentence} {fault.Remedy}", bench.Notices);
        Assert.Contains(new SessionRecord.Latched(number), bench.Records);
        Assert.True(bench.Session.Settled);
        Assert.Equal(5_000, bench.Session.Ledger.Delivered.Nl);
    }

    [Fact]
    public void Fault_is_told_once_while_it_stands()
    {
        // Aim: fifty statuses a second with the same fault make one record.
        Bench bench = Stage.At(SessionState.Faulted);
        bench.Settle();
        bench.Settle();
        Assert.Single(bench.Records.OfType<SessionRecord.Latched>());
    }

    [Fact]
    [Trait("Requirement", "SR-133")]
    public void Stop_does_not_hide_a_fault_and_a_fault_shows_through_a_stop()
    {
        // Aim: who releases a stop sees what else is wrong.
        Bench faulted = Stage.At(SessionState.Faulted);
        faulted.Do(new SessionEvent.Stop(faulted.Now, "Ada"));
        Assert.Equal(SessionState.EmergencyStopped, faulted.Session.State);
        Assert.Equal(10, faulted.Session.Fault!.Number);

        Bench stopped = Stage.At(SessionState.EmergencyStopped);
        stopped.Device.Break(13);
        stopped.Settle();
        Assert.Equal(SessionState.EmergencyStopped, stopped.Session.State);
        Assert.Equal(13, stopped.Session.Fault!.Number);
    }

    [Fact]
    [Trait("Requirement", "SR-133")]
    public void Fault_that_the_host_found_is_not_hidden_by_the_stop_that_it_caused()
    {
        // Aim: the device reports 1 because the host stopped it; what stands is why.
        Bench bench = Stage.At(SessionState.Ready);
        bench.Do(new SessionEvent.Journal(bench.Now, [Entry() with { PermitId = 77 }], null));
        bench.Device.ShotCounter = 41;
        bench.Device.VolumeCounterNl += 20_000;
        bench.Settle();
        Assert.Equal(1, bench.Device.Fault);
        Assert.Equal(202, bench.Session.Fault!.Number);
        Assert.Equal(SessionState.Faulted, bench.Session.State);
        bench.Do(new SessionEvent.Clear(bench.Now, "Ada", "looked into"));
        bench.Settle();
        Assert.Null(bench.Session.Fault);
        Assert.Equal(SessionState.Ready, bench.Session.State);
    }

    // What a journal entry may not say, and the fault that it is.
    private static readonly Dictionary<string, (Func<Shot, Shot> Change, int Fault)> Wrong = new()
    {
        ["a permit that was never recorded"] = (shot => shot with { PermitId = 2 }, 202),
        ["another boot"] = (shot => shot with { BootId = 99 }, 202),
        ["another zone"] = (shot => shot with { Zone = 2 }, 202),
        ["more than dose and tolerance"] = (shot => shot with { Volume = new Volume(20_501) }, 203),
        ["deeper than permit and tolerance"] = (shot => shot with { Depth = new Depth(1551) }, 204),
        ["dose and tolerance"] = (shot => shot with { Volume = new Volume(20_500) }, 0),
        ["depth and tolerance"] = (shot => shot with { Depth = new Depth(1550) }, 0),
        ["nothing"] = (shot => shot with { Answer = ShotAnswer.NotDelivered, Volume = Volume.Zero, Depth = default }, 0),
    };

    public static TheoryData<string> WrongNames => [.. Wrong.Keys];

    [Theory]
    [MemberData(nameof(WrongNames))]
    [Trait("Requirement", "SR-035")]
    [Trait("Requirement", "SR-043")]
    [Trait("Requirement", "SR-107")]
    public void Journal_entry_beyond_its_permit_is_a_fault_and_counted_all_the_same(string name)
    {
        // Aim: each field is held against the permit; whatever was wrong with it, the shot is in the ledger.
        (Func<Shot, Shot> change, int fault) = Wrong[name];
        Bench bench = Stage.At(SessionState.Waiting);
        bench.Wire = false;
        Shot shot = change(Entry());
        bench.Do(new SessionEvent.Journal(bench.Now, [shot], null));
        Assert.Equal(fault, bench.Session.Fault?.Number ?? 0);
        Assert.Equal(shot, Assert.Single(bench.Session.Ledger.Shots));
        Assert.Equal(shot.Volume, bench.Session.Ledger.Zone(shot.Zone).Delivered);
        Assert.Equal(fault == 0, bench.Session.IsIn(SessionState.Armed));
    }

    [Fact]
    [Trait("Requirement", "SR-107")]
    public void Shot_beyond_its_permits_limit_is_a_fault()
    {
        // Aim: the sixth shot under a permit for five, though a permit is open.
        Bench bench = Stage.At(SessionState.Waiting);
        bench.Writes = false;
        Shot[] shots = [.. Enumerable.Range(41, 6).Select(index => Entry() with { Index = (uint)index })];
        bench.Do(new SessionEvent.Journal(bench.Now, shots[..5], null));
        Assert.Null(bench.Session.Fault);
        bench.Do(new SessionEvent.Journal(bench.Now, shots[5..], null));
        Assert.Equal(202, bench.Session.Fault!.Number);
    }

    [Fact]
    [Trait("Requirement", "SR-107")]
    public void Shot_under_a_permit_that_was_closed_is_a_fault()
    {
        // Aim: a closed window covers nothing any more, though its permit is in the records and reached that far.
        Bench bench = Stage.At(SessionState.Paused);
        bench.Do(new SessionEvent.Journal(bench.Now, [Entry()], null));
        Assert.Equal(202, bench.Session.Fault!.Number);
    }

    private static Shot Entry() => new(41, 1, ShotAnswer.Delivered, false, new Depth(1500), new Volume(20_000), 1, 100, 0, 0);
}
