using MesoPen.Kernel.Tests.Rig;

namespace MesoPen.Kernel.Tests.Sessions;

/// <summary>Every shot is settled once, after any interruption; what cannot be known is said to be unknown.</summary>
public sealed class SettlingTests
{
    public static TheoryData<SessionState> States => [.. Stage.States];

    [Theory]
    [MemberData(nameof(States))]
    [Trait("Requirement", "SR-076")]
    [Trait("Requirement", "SR-102")]
    public void Link_loss_in_every_state_ends_granting_and_settles_when_the_device_is_back(SessionState state)
    {
        // Aim: from whatever state, after the loss nothing is granted or renewed, and the next connection settles all shots.
        Bench bench = Stage.At(state);
        bench.Wire = false;
        bench.Do(new SessionEvent.LinkLost(bench.Now, "The cable is out."));
        bool latched = state is SessionState.Faulted or SessionState.EmergencyStopped;
        Assert.Equal(latched ? state : SessionState.Disconnected, bench.Session.State);
        Assert.Null(bench.Session.Device);
        bench.Status();
        Assert.Null(bench.Session.Device);

        // What the device does by itself meanwhile: it ends the shot, and the lease lapses.
        bench.Device.End(12_000);
        bench.Device.Pass(300);
        bench.Wire = true;
        bench.Connect();
        Assert.True(bench.Session.Settled);
        Assert.Equal(bench.Device.Truth.Select(shot => shot.VolumeNl), bench.Session.Ledger.Shots.Select(shot => (int)shot.Volume.Nl));
        Assert.Null(bench.Session.Ledger.Open);
        Assert.False(bench.Session.IsIn(SessionState.Armed));
    }

    [Fact]
    [Trait("Requirement", "SR-100")]
    public void Armed_zone_counts_its_open_shots_as_unknown_until_they_are_settled()
    {
        // Aim: at every moment, delivered and unknown together cover what may have happened.
        Bench bench = Stage.At(SessionState.Waiting);
        bench.Shoot();
        DoseLedger ledger = bench.Session.Ledger;
        Assert.Equal(20_000, ledger.Zone(1).Delivered.Nl);
        Assert.Equal(5, ledger.OpenShots);
        Assert.Equal(100_000, ledger.Unknown(1).Nl);
        Assert.Equal(0, ledger.Unknown(2).Nl);
        Assert.Equal(0, ledger.UnknownShots);
        bench.Do(new SessionEvent.Pause(bench.Now, "to look"));
        Assert.False(bench.Session.Settled);
        bench.Settle();
        Assert.True(bench.Session.Settled);
        Assert.Equal(0, ledger.Unknown(1).Nl);
    }

    [Fact]
    public void Lost_shot_event_is_read_from_the_journal()
    {
        // Aim: events may be lost; the status tells that a shot ended, and the journal which.
        Bench bench = Stage.At(SessionState.Waiting);
        bench.BeginShot();
        bench.Device.End(20_000);
        bench.Device.Pass(1);
        bench.Status();
        Assert.Equal(41u, Assert.Single(bench.Effects.OfType<Effect.ReadJournal>()).FromShot);
        Assert.Equal(41u, bench.Session.Ledger.LastShot);
        Assert.True(bench.Session.IsIn(SessionState.Armed));
    }

    [Fact]
    [Trait("Requirement", "SR-108")]
    public void Shot_told_twice_or_out_of_order_counts_once()
    {
        // Aim: an entry that comes again, by event or by read, changes nothing; one from further ahead waits for those before it.
        Bench bench = Stage.At(SessionState.Waiting);
        bench.Shoot();
        Shot first = bench.Session.Ledger.Shots.Single();
        bench.Do(new SessionEvent.Journal(bench.Now, [first], null));
        bench.Do(new SessionEvent.Journal(bench.Now, [first], 41));
        bench.Do(new SessionEvent.Journal(bench.Now, [first with { Index = 44 }], null));
        Assert.Single(bench.Session.Ledger.Shots);
        Assert.Equal(41u, bench.Session.Ledger.LastShot);
        Assert.True(bench.Session.IsIn(SessionState.Armed));
    }

    [Fact]
    [Trait("Requirement", "SR-102")]
    public void Settling_waits_until_the_device_knows_that_the_permit_is_void()
    {
        // Aim: a grant that is still on its way finds a revoked id, and not a closed window.
        Bench bench = Stage.At(SessionState.Ready);
        bench.Wire = false;
        bench.Do(new SessionEvent.Arm(bench.Now, 1));
        bench.Do(new SessionEvent.Pause(bench.Now, "to look"));
        bench.Settle();
        Assert.False(bench.Session.Settled);
        Assert.Equal(5, bench.Session.Ledger.OpenShots);
        bench.Device.Grant(bench.Granted[0], bench.Device.Ms);
        bench.Device.Press();
        bench.Device.End(20_000);
        bench.Device.Revoke(1, bench.Device.Boot);
        bench.Wire = true;
        bench.Settle();
        Assert.True(bench.Session.Settled);
        Assert.Equal(41u, bench.Session.Ledger.LastShot);
        Assert.NotNull(bench.Device.Grant(bench.Granted[0], bench.Device.Ms));
    }

    [Fact]
    [Trait("Requirement", "SR-102")]
    public void Settling_waits_for_word_from_after_its_beginning()
    {
        // Aim: a status from before the pause, however quiet it looked, proves nothing about what came after.
        Bench bench = Stage.At(SessionState.Ready);
        DeviceSnapshot before = bench.Device.Status();
        bench.Wire = false;
        bench.Do(new SessionEvent.Arm(bench.Now, 1));
        bench.Do(new SessionEvent.Pause(bench.Now, "to look"));
        bench.Do(new SessionEvent.StatusSeen(bench.Now, before with { PermitIdSeen = 1 }));
        Assert.False(bench.Session.Settled);
        bench.Do(new SessionEvent.StatusSeen(bench.Now, before with { PermitIdSeen = 1, DeviceMs = before.DeviceMs + 1 }));
        Assert.True(bench.Session.Settled);
    }

    [Fact]
    [Trait("Requirement", "SR-102")]
    public void Revoke_that_was_lost_is_said_again()
    {
        // Aim: a stop clears what waits to be sent, the revoke too: settling asks for it until the device has it.
        Bench bench = Stage.At(SessionState.Waiting);
        bench.Wire = false;
        bench.Do(new SessionEvent.Stop(bench.Now, "Ada"));
        bench.Do(new SessionEvent.Stop(bench.Now, "Ada"));
        bench.Device.Break(2);
        int revokes = bench.Effects.OfType<Effect.Revoke>().Count();
        bench.Device.Pass(1);
        IReadOnlyList<Effect> effects = bench.Status();
        Assert.True(revokes >= 1);
        Assert.True(bench.Session.Settled || effects.Any(effect => effect is Effect.Revoke));
    }

    [Fact]
    [Trait("Requirement", "SR-101")]
    public void Gap_in_the_journal_within_the_permit_is_unknown_and_blocks_arming_until_a_person_takes_it_over()
    {
        // Aim: the third answer: shot 42 is lost, 41 and 43 are known. It counts as a whole dose, and only a person with a reason ends that.
        Bench bench = Gap();
        DoseLedger ledger = bench.Session.Ledger;
        Assert.Equal([ShotAnswer.Delivered, ShotAnswer.Unknown, ShotAnswer.Delivered], ledger.Shots.Select(shot => shot.Answer));
        Assert.Equal(20_000, ledger.Unknown(1).Nl);
        Assert.Equal(40_000, ledger.Zone(1).Delivered.Nl);
        Assert.Equal(5, bench.Session.Remaining(Plans.Cheek()));
        Assert.False(bench.Session.Settled);
        Assert.Null(bench.Session.Fault);
        Assert.Equal(["every shot settled and the device at rest"], bench.Session.ArmBlockers(Plans.Cheek(), bench.Now));
        bench.Arm();
        Assert.Equal(SessionState.Paused, bench.Session.State);
        bench.Do(new SessionEvent.Close(bench.Now, "stopped"));
        Assert.False(ledger.Closed);
        bench.Do(new SessionEvent.SettleUnknown(bench.Now, "", "counted"));
        bench.Do(new SessionEvent.SettleUnknown(bench.Now, "Ada", " "));
        Assert.Equal(1, ledger.UnknownShots);
        Assert.Contains("Settling refused: it needs a person and a reason.", bench.Notices);
        bench.Do(new SessionEvent.SettleUnknown(bench.Now, "Ada", "seen on the skin"));
        Assert.Equal(0, ledger.Unknown(1).Nl);
        Assert.Equal(60_000, ledger.Zone(1).Delivered.Nl);
        Assert.Equal(ShotAnswer.Unknown, ledger.Shots.ElementAt(1).Answer);
        bench.Arm();
        Assert.Equal(SessionState.Waiting, bench.Session.State);
    }

    [Fact]
    [Trait("Requirement", "SR-101")]
    public void Unknown_shot_counts_against_every_limit_as_a_whole_dose()
    {
        // Aim: 8 points fill the zone's limit; one of the three shots is unknown: 5 points remain and fit exactly.
        Bench bench = Gap(new LimitSet([Plans.Limit(LimitKind.ZoneVolumeMax, 160_000), Plans.Limit(LimitKind.SessionVolumeMax, 160_000)]));
        bench.Do(new SessionEvent.SettleUnknown(bench.Now, "Ada", "seen on the skin"));
        bench.Arm();
        for (int i = 0; i < 8; i++)
        {
            bench.Shoot();
        }

        bench.Settle();
        Assert.Equal(8, bench.Device.Truth.Count);
        Assert.Equal(160_000, bench.Session.Ledger.Zone(1).Committed.Nl);
        Assert.Equal(SessionState.Ready, bench.Session.State);
    }

    [Fact]
    [Trait("Requirement", "SR-101")]
    public void Entry_with_an_outcome_that_nobody_knows_counts_as_a_whole_dose()
    {
        // Aim: a later device's outcome is unknown here, and unknown is a dose.
        Bench bench = Stage.At(SessionState.Waiting);
        bench.Do(new SessionEvent.Journal(bench.Now, [Entry(bench, 41) with { Answer = ShotAnswer.Unknown, Volume = new Volume(100) }], null));
        Assert.Equal(20_000, bench.Session.Ledger.Zone(1).Unknown.Nl);
    }

    [Fact]
    [Trait("Requirement", "SR-101")]
    public void Shots_lost_with_their_journal_all_become_unknown()
    {
        // Aim: an empty answer to a read, from a device at rest that counted three shots.
        Bench bench = Stage.At(SessionState.Waiting);
        bench.Wire = false;
        Fire(bench, 3);
        bench.Device.LoseEntry(41);
        bench.Device.LoseEntry(42);
        bench.Device.LoseEntry(43);
        bench.Wire = true;
        bench.Settle();
        Assert.Equal(SessionState.Paused, bench.Session.State);
        Assert.Equal(3, bench.Session.Ledger.UnknownShots);
        Assert.Equal(60_000, bench.Session.Ledger.Unknown(1).Nl);
        Assert.Null(bench.Session.Fault);
    }

    [Fact]
    public void Missing_shot_while_armed_pauses_first_and_is_lost_only_when_asked_for_again()
    {
        // Aim: as long as the device may still write, nothing is declared lost.
        Bench bench = Stage.At(SessionState.Waiting);
        bench.Shoot();
        bench.Wire = false;
        Fire(bench, 1);
        bench.Status();
        bench.Do(new SessionEvent.Journal(bench.Now, [], 42));
        Assert.Equal(SessionState.Paused, bench.Session.State);
        Assert.Equal(0, bench.Session.Ledger.UnknownShots);
        bench.Device.Pass(300);
        bench.Wire = true;
        bench.Settle();
        Assert.Equal(2, bench.Session.Ledger.Zone(1).DeliveredShots);
        Assert.Equal(0, bench.Session.Ledger.UnknownShots);
    }

    [Fact]
    [Trait("Requirement", "SR-101")]
    [Trait("Requirement", "SR-102")]
    public void Answer_from_before_the_device_was_at_rest_loses_no_later_shot()
    {
        // Aim: an answer that was given while a shot was under way says nothing of that shot, however late it comes.
        Bench bench = Stage.At(SessionState.Waiting);
        bench.BeginShot();
        bench.Device.End(20_000);
        bench.Device.LoseEntry(41);
        bench.Wire = false;
        bench.Device.Pass(1);
        bench.Status();
        bench.Device.Press();
        IReadOnlyList<Shot> given = bench.Device.Read(41);
        bench.Wire = true;
        bench.Do(new SessionEvent.Pause(bench.Now, "to look"));
        bench.Device.End(12_000);
        bench.Device.Pass(1);
        bench.Status();
        bench.Do(new SessionEvent.Journal(bench.Now, given, 41));
        bench.Settle();
        Assert.True(bench.Session.Ledger.Open is null);
        Assert.Equal([ShotAnswer.Unknown, ShotAnswer.Delivered], bench.Session.Ledger.Shots.Select(shot => shot.Answer));
        Assert.Equal(12_000, bench.Session.Ledger.Shots.Last().Volume.Nl);
    }

    [Fact]
    public void Answer_about_another_shot_is_no_gap()
    {
        // Aim: a repeated answer to an earlier read does not make the next shot unknown.
        Bench bench = Stage.At(SessionState.Waiting);
        bench.Do(new SessionEvent.Pause(bench.Now, "to look"));
        bench.Wire = false;
        bench.Do(new SessionEvent.Journal(bench.Now, [], 39));
        bench.Do(new SessionEvent.Journal(bench.Now, [], null));
        Assert.Equal(0, bench.Session.Ledger.UnknownShots);
        Assert.Equal(40u, bench.Session.Ledger.LastShot);
    }

    [Fact]
    [Trait("Requirement", "SR-077")]
    public void Reset_device_is_settled_in_its_new_boot()
    {
        // Aim: the permit died with the boot; the shot under way was settled by the device; the zone goes on under the new boot.
        Bench bench = Stage.At(SessionState.Delivering);
        bench.Device.Reset(7_000);
        bench.Do(new SessionEvent.LinkLost(bench.Now, "The device was reset."));
        bench.Connect();
        Assert.True(bench.Session.Settled);
        Assert.Equal(7_000, bench.Session.Ledger.Zone(1).Delivered.Nl);
        Assert.Contains(new SessionRecord.WindowClosed(41, new Volume(807_000)), bench.Records);
        bench.Settle();
        Assert.Equal(SessionState.Ready, bench.Session.State);
        bench.Arm();
        Permit permit = bench.Granted[^1];
        Assert.Equal((101u, 2u, 46u, 807_000 + 100_000), (permit.BootId, permit.Id, permit.ShotLimit, permit.VolumeLimit.Nl));
    }

    [Fact]
    [Trait("Requirement", "SR-102")]
    public void Identity_told_anew_while_armed_settles_first()
    {
        // Aim: whoever identifies itself again has lost the permit: no grant without settling.
        Bench bench = Stage.At(SessionState.Delivering);
        bench.Do(new SessionEvent.Identified(bench.Now, bench.Identity, bench.Device.Status()));
        Assert.Equal(SessionState.Reconciling, bench.Session.State);
        Assert.False(bench.Session.Settled);
        bench.EndShot();
        bench.Settle();
        Assert.Equal(SessionState.Ready, bench.Session.State);
        Assert.Equal(20_000, bench.Session.Ledger.Delivered.Nl);
    }

    [Fact]
    [Trait("Requirement", "SR-105")]
    [Trait("Requirement", "SR-109")]
    public void Shots_from_before_the_session_are_recorded_apart_and_then_acknowledged()
    {
        // Aim: an earlier treatment's entries are kept, counted nowhere, and freed on the device only when they are on the disk.
        Bench bench = new();
        bench.Device.HadBefore(10, 15_000);
        bench.Writes = false;
        bench.Connect();
        Assert.DoesNotContain(bench.Effects, effect => effect is Effect.AckJournal);
        bench.Do(new SessionEvent.Recorded(bench.Now, bench.LastTicket));
        Assert.Equal(50u, bench.Effects.OfType<Effect.AckJournal>().Single().UpToShot);
        Assert.Equal(Enumerable.Range(41, 10), bench.Records.OfType<SessionRecord.ForeignShot>().Select(record => (int)record.Shot.Index));
        Assert.Empty(bench.Session.Ledger.Shots);
        Assert.Equal(0, bench.Session.Ledger.Zone(1).Delivered.Nl);
        Assert.Equal(SessionState.Standby, bench.Session.State);
        Assert.Null(bench.Session.Fault);
    }

    [Fact]
    public void Lost_shots_from_before_the_session_block_nothing()
    {
        // Aim: what an earlier treatment's journal has lost is that treatment's matter; it is recorded as unknown once.
        Bench bench = new();
        bench.Device.HadBefore(10, 15_000);
        bench.Device.LoseEntry(41);
        bench.Device.LoseEntry(45);
        bench.Connect();
        Assert.Equal(SessionState.Standby, bench.Session.State);
        Assert.True(bench.Session.Settled);
        IEnumerable<Shot> foreign = bench.Records.OfType<SessionRecord.ForeignShot>().Select(record => record.Shot);
        Assert.Equal([41u, 45u], foreign.Where(shot => shot.Answer == ShotAnswer.Unknown).Select(shot => shot.Index));
        Assert.Equal(10, foreign.Count());
    }

    [Fact]
    [Trait("Requirement", "SR-106")]
    public void Counters_that_went_back_while_away_are_a_fault_that_nobody_can_release()
    {
        // Aim: a memory that was replaced would let absolute limits allow more. Fault 201; only the end of the session is left.
        Bench bench = Stage.At(SessionState.Waiting);
        bench.Shoot();
        bench.Do(new SessionEvent.LinkLost(bench.Now, "The cable is out."));
        bench.Device.Pass(300);
        bench.Device.ShotCounter = 3;
        bench.Connect();
        Assert.Equal(201, bench.Session.Fault!.Number);
        Assert.Equal(1, bench.Device.Fault);
        bench.Do(new SessionEvent.Clear(bench.Now, "Ada", "a reason"));
        Assert.Contains("Release refused: the device's counters contradict the records; end the session.", bench.Notices);
        bench.Do(new SessionEvent.Close(bench.Now, "abandoned"));
        Assert.False(bench.Session.Ledger.Closed);
        bench.Do(new SessionEvent.SettleUnknown(bench.Now, "Ada", "the device is broken"));
        Assert.Equal(6 * 20_000, bench.Session.Ledger.Zone(1).Delivered.Nl);
        bench.Do(new SessionEvent.Close(bench.Now, "abandoned"));
        Assert.True(bench.Session.Ledger.Closed);
    }

    [Theory]
    [InlineData(0, -1)]
    [InlineData(-1, 0)]
    [Trait("Requirement", "SR-106")]
    public void Counters_that_go_back_under_way_are_a_fault_at_once(int shots, int nl)
    {
        // Aim: seen in the first status that says so, while a permit lives.
        Bench bench = Stage.At(SessionState.Waiting);
        bench.Shoot();
        bench.Device.Pass(1);
        DeviceSnapshot seen = bench.Device.Status();
        bench.Do(new SessionEvent.StatusSeen(
            bench.Now, seen with { ShotCounter = (uint)(seen.ShotCounter + shots), VolumeCounter = new Volume(seen.VolumeCounter.Nl + nl) }));
        Assert.Equal(201, bench.Session.Fault!.Number);
        Assert.Equal(0u, bench.Device.PermitId);
    }

    [Fact]
    public void Status_that_was_said_before_is_not_taken_for_counters_gone_back()
    {
        // Aim: a doubled or late message is old, not a fault.
        Bench bench = Stage.At(SessionState.Waiting);
        DeviceSnapshot old = bench.Device.Status();
        bench.Shoot();
        bench.Do(new SessionEvent.StatusSeen(bench.Now, old));
        bench.Do(new SessionEvent.StatusSeen(bench.Now, bench.Session.Device! with { ShotCounter = 40 }));
        Assert.Null(bench.Session.Fault);
        Assert.Equal(41u, bench.Session.Device!.ShotCounter);
    }

    [Fact]
    public void Device_clock_may_wrap()
    {
        // Aim: uptime wraps after 49 days: later is later across the wrap.
        Bench bench = new();
        bench.Do(new SessionEvent.Connecting(bench.Now));
        bench.Do(new SessionEvent.Identified(bench.Now, bench.Identity, bench.Device.Status() with { DeviceMs = uint.MaxValue }));
        bench.Do(new SessionEvent.StatusSeen(bench.Now, bench.Device.Status() with { DeviceMs = 3 }));
        Assert.Equal(3u, bench.Session.Device!.DeviceMs);
        bench.Do(new SessionEvent.StatusSeen(bench.Now, bench.Device.Status() with { DeviceMs = uint.MaxValue - 1 }));
        Assert.Equal(3u, bench.Session.Device!.DeviceMs);
    }

    [Theory]
    [InlineData(501, true)]
    [InlineData(500, false)]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [Trait("Requirement", "SR-044")]
    public void Volume_that_no_shot_accounts_for_is_a_fault(int nl, bool faults)
    {
        // Aim: the plunger moved between shots, further than the tolerance; or its counter went back.
        Bench bench = Stage.At(SessionState.Waiting);
        bench.Shoot();
        bench.Do(new SessionEvent.LinkLost(bench.Now, "The cable is out."));
        bench.Device.Pass(300);
        bench.Device.VolumeCounterNl += nl;
        bench.Connect();
        Assert.Equal(faults ? 201 : null, bench.Session.Fault?.Number);
    }

    [Fact]
    public void Volume_of_lost_shots_is_taken_from_the_counter()
    {
        // Aim: after a gap the next permit's volume limit starts where the device stands, not where the records would have it.
        Bench bench = Gap();
        bench.Do(new SessionEvent.SettleUnknown(bench.Now, "Ada", "seen on the skin"));
        bench.Arm();
        Assert.Equal(860_000 + 100_000, bench.Granted[^1].VolumeLimit.Nl);
        bench.Shoot();
        Assert.Equal(4, bench.Device.Truth.Count);
    }

    [Fact]
    [Trait("Requirement", "SR-106")]
    public void Counters_near_their_end_are_a_fault_and_overflow_nothing()
    {
        // Aim: a device that reports nonsense is refused in a sentence, before a baseline is taken from it.
        foreach (Func<DeviceSnapshot, DeviceSnapshot> nonsense in (Func<DeviceSnapshot, DeviceSnapshot>[])
        [
            seen => seen with { ShotCounter = uint.MaxValue, JournalFirst = uint.MaxValue },
            seen => seen with { PermitIdSeen = uint.MaxValue },
            seen => seen with { VolumeCounter = new Volume(long.MaxValue) },
            seen => seen with { VolumeCounter = new Volume(-1) },
        ])
        {
            Bench bench = new() { Wire = false };
            bench.Do(new SessionEvent.Connecting(bench.Now));
            bench.Do(new SessionEvent.Identified(bench.Now, bench.Identity, nonsense(bench.Device.Status())));
            bench.Device.Pass(1);
            bench.Do(new SessionEvent.StatusSeen(bench.Now, nonsense(bench.Device.Status())));
            Assert.Equal(201, bench.Session.Fault!.Number);
            Assert.Null(bench.Session.Ledger.DeviceSerial);
        }
    }

    [Fact]
    public void More_shots_than_the_permit_allowed_and_no_journal_of_them_is_a_fault()
    {
        // Aim: unknown reaches as far as the permit; beyond it nothing is invented: fault 201.
        Bench bench = Stage.At(SessionState.Waiting);
        bench.Do(new SessionEvent.LinkLost(bench.Now, "The cable is out."));
        bench.Device.Pass(300);
        bench.Device.ShotCounter = 60;
        bench.Device.VolumeCounterNl += 100_000;
        bench.Connect();
        Assert.Equal(201, bench.Session.Fault!.Number);
        Assert.Equal(5, bench.Session.Ledger.UnknownShots);
        Assert.Equal(100_000, bench.Session.Ledger.Zone(1).Unknown.Nl);
    }

    [Fact]
    [Trait("Requirement", "SR-078")]
    public void Another_device_is_not_treated_with_and_not_touched()
    {
        // Aim: fault 205; nothing is sent to it, nothing of it is recorded, and the session goes on with its own device.
        Bench bench = Stage.At(SessionState.Waiting);
        bench.Do(new SessionEvent.LinkLost(bench.Now, "The cable is out."));
        PaperDevice own = bench.Device;
        own.Pass(300);
        bench.Device = new PaperDevice("S-2") { ShotCounter = 900 };
        int records = bench.Records.Count;
        DeviceIdentity other = bench.Identity with { Serial = "S-2" };
        IReadOnlyList<Effect> effects = bench.Do(new SessionEvent.Identified(bench.Now, other, bench.Device.Status()));
        bench.Settle();
        Assert.All(effects, effect => Assert.True(effect is Effect.Record or Effect.Show));
        Assert.Equal(205, bench.Session.Fault!.Number);
        Assert.DoesNotContain(bench.Records.Skip(records), record => record is SessionRecord.ShotSettled or SessionRecord.WindowClosed);
        bench.Do(new SessionEvent.LinkLost(bench.Now, "The cable is out."));
        bench.Device = own;
        bench.Connect();
        Assert.Equal(SessionState.Faulted, bench.Session.State);
        bench.Do(new SessionEvent.Clear(bench.Now, "Ada", "the right one is back"));
        bench.Settle();
        Assert.Equal(SessionState.Ready, bench.Session.State);
    }

    [Fact]
    public void Late_acknowledgement_does_not_reach_another_device()
    {
        // Aim: an effect that waited for the disk is dropped when the device it was for is gone.
        Bench bench = Stage.At(SessionState.Waiting);
        bench.Shoot();
        bench.Writes = false;
        bench.Do(new SessionEvent.Pause(bench.Now, "to look"));
        bench.Settle();
        bench.Do(new SessionEvent.LinkLost(bench.Now, "The cable is out."));
        bench.Do(new SessionEvent.Identified(bench.Now, bench.Identity with { Serial = "S-2" }, bench.Device.Status()));
        IReadOnlyList<Effect> effects = bench.Do(new SessionEvent.Recorded(bench.Now, bench.LastTicket));
        Assert.Empty(effects);
    }

    [Fact]
    [Trait("Requirement", "SR-011")]
    public void Permit_that_this_session_did_not_grant_is_revoked()
    {
        // Aim: a device that is armed by somebody else is not left so.
        Bench bench = Stage.At(SessionState.Ready);
        bench.Device.Pass(1);
        DeviceSnapshot seen = bench.Device.Status() with { PermitId = 9, PermitIdSeen = 9, Condition = DeviceCondition.Armed };
        IReadOnlyList<Effect> effects = bench.Do(new SessionEvent.StatusSeen(bench.Now, seen));
        Assert.Contains(new Effect.Revoke(9), effects);
        Assert.Contains("every shot settled and the device at rest", bench.Session.ArmBlockers(Plans.Cheek(), bench.Now));
    }

    [Fact]
    [Trait("Requirement", "SR-110")]
    public void Giving_up_open_shots_needs_a_stop_and_a_device_that_is_away()
    {
        // Aim: as long as the device can still tell, nobody guesses.
        Bench bench = Stage.At(SessionState.Waiting);
        bench.Shoot();
        bench.Do(new SessionEvent.LinkLost(bench.Now, "The cable is out."));
        bench.Do(new SessionEvent.SettleUnknown(bench.Now, "Ada", "lost"));
        Assert.Contains("Settling refused: there are no unknown shots.", bench.Notices);
        bench.Do(new SessionEvent.Stop(bench.Now, "Ada"));
        bench.Do(new SessionEvent.SettleUnknown(bench.Now, "Ada", "the device fell into the sea"));
        Assert.Equal(6 * 20_000, bench.Session.Ledger.Zone(1).Delivered.Nl);
        Assert.True(bench.Session.Settled);
        bench.Do(new SessionEvent.Close(bench.Now, "abandoned"));
        Assert.True(bench.Session.Ledger.Closed);
    }

    /// <summary>Three shots, the second one's entry lost, and the zone paused and settled.</summary>
    private static Bench Gap(LimitSet? limits = null)
    {
        Bench bench = Stage.At(SessionState.Waiting, new Bench(limits: limits, plan: limits is null ? null : Plans.Plan(Plans.Cheek())));
        bench.Shoot();
        bench.Wire = false;
        Fire(bench, 2);
        bench.Device.LoseEntry(42);
        bench.Do(new SessionEvent.Pause(bench.Now, "to look"));
        bench.Device.Pass(300);
        bench.Wire = true;
        bench.Settle();
        Assert.Equal(SessionState.Paused, bench.Session.State);
        return bench;
    }

    private static void Fire(Bench bench, int shots)
    {
        for (int i = 0; i < shots; i++)
        {
            bench.Device.Press();
            bench.Device.End(20_000);
            bench.Device.Pass(1);
        }
    }

    private static Shot Entry(Bench bench, uint index) => new(
        index, 1, ShotAnswer.Delivered, false, new Depth(1500), new Volume(20_000), 1, bench.Device.Boot, 0, 0);
}
