using MesoPen.Kernel.Tests.Rig;

namespace MesoPen.Kernel.Tests.Sessions;

/// <summary>How far a permit runs ahead: the window, every limit, the end of the zone, and the disk.</summary>
public sealed class WindowTests
{
    [Fact]
    [Trait("Requirement", "SR-004")]
    public void First_permit_states_the_plan_and_reaches_one_window_ahead()
    {
        // Aim: every field of the permit, in absolutes of the device's counters (40 shots and 0.8 mL before).
        Bench bench = Stage.At(SessionState.Waiting);
        Permit expected = new(
            1, 100, 1, ShotTrigger.Single, new Depth(1500), new Volume(20_000), 45, new Volume(800_000 + (5 * 20_000)), 100, 250);
        Assert.Equal(expected, Assert.Single(bench.Granted));
    }

    [Fact]
    [Trait("Requirement", "SR-004")]
    public void Each_shot_moves_the_window_by_one_until_the_zone_ends()
    {
        // Aim: no off-by-one: 8 points from shot 41 end at shot 48, and no permit reaches beyond.
        Bench bench = Stage.At(SessionState.Waiting);
        for (int i = 0; i < 8; i++)
        {
            bench.Shoot();
        }

        Assert.Equal([45u, 46u, 47u, 48u], bench.Granted.Select(permit => permit.ShotLimit));
        Assert.Equal([1u, 2u, 3u, 4u], bench.Granted.Select(permit => permit.Id));
        Assert.Equal(800_000 + (8 * 20_000), bench.Granted[^1].VolumeLimit.Nl);
        Assert.Equal(8, bench.Device.Truth.Count);
        bench.Settle();
        Assert.Equal(SessionState.Ready, bench.Session.State);
        Assert.Equal(0u, bench.Device.PermitId);
    }

    [Theory]
    [InlineData(5, 2, 42u)]
    [InlineData(3, 16, 43u)]
    [InlineData(100, 16, 48u)]
    [InlineData(1, 1, 41u)]
    [Trait("Requirement", "SR-004")]
    public void Window_is_the_smallest_of_its_own_size_the_devices_and_what_remains(int window, int shotsMax, uint limit)
    {
        // Aim: none of the three is forgotten. The zone has 8 points.
        Bench bench = new(options: Plans.Options(window));
        bench.Identity = bench.Identity with { PermitShotsMax = shotsMax };
        bench.ToArmed();
        Assert.Equal(limit, Assert.Single(bench.Granted).ShotLimit);
    }

    [Fact]
    [Trait("Requirement", "SR-005")]
    public void Grant_comes_only_after_its_record_is_durable()
    {
        // Aim: intent is on disk before the bytes leave.
        Bench bench = Stage.At(SessionState.Ready);
        bench.Writes = false;
        bench.Do(new SessionEvent.Arm(bench.Now, 1));
        Assert.Empty(bench.Granted);
        Assert.Contains(bench.Records, record => record is SessionRecord.PermitIntended { Permit.ShotLimit: 45 });
        bench.Do(new SessionEvent.Recorded(bench.Now, bench.LastTicket - 1));
        Assert.Empty(bench.Granted);
        bench.Do(new SessionEvent.Recorded(bench.Now, bench.LastTicket));
        Assert.Single(bench.Granted);
    }

    [Fact]
    [Trait("Requirement", "SR-005")]
    public void Ticket_that_was_never_given_releases_nothing_ahead()
    {
        // Aim: a host that reports too much does not free what it has not been given yet.
        Bench bench = Stage.At(SessionState.Ready);
        bench.Do(new SessionEvent.Recorded(bench.Now, long.MaxValue));
        bench.Writes = false;
        bench.Do(new SessionEvent.Arm(bench.Now, 1));
        Assert.Equal(SessionState.Waiting, bench.Session.State);
        Assert.Empty(bench.Granted);
        Assert.False(bench.Session.AllWritten);
    }

    [Fact]
    [Trait("Requirement", "SR-004")]
    public void Slow_disk_keeps_the_window_where_it_is()
    {
        // Aim: with nothing recorded the device cannot pass the last recorded permit, whatever it fires.
        Bench bench = Stage.At(SessionState.Waiting);
        bench.Writes = false;
        for (int i = 0; i < 20; i++)
        {
            bench.Shoot();
        }

        Assert.Equal(5, bench.Device.Truth.Count);
        Assert.Single(bench.Granted);
        bench.Writes = true;
        bench.Do(new SessionEvent.Recorded(bench.Now, bench.LastTicket));
        Assert.Equal(48u, bench.Granted[^1].ShotLimit);
        Assert.Equal(2, bench.Granted.Count);
    }

    [Fact]
    [Trait("Requirement", "SR-012")]
    public void Record_that_becomes_durable_after_a_pause_grants_nothing()
    {
        // Aim: a permit whose moment is over stays unsent, also when the zone was armed again meanwhile.
        Bench bench = Stage.At(SessionState.Ready);
        bench.Writes = false;
        bench.Do(new SessionEvent.Arm(bench.Now, 1));
        bench.Do(new SessionEvent.Pause(bench.Now, "to look"));
        bench.Do(new SessionEvent.Recorded(bench.Now, bench.LastTicket));
        Assert.Empty(bench.Granted);
        bench.Writes = true;
        bench.Settle();
        bench.Arm();
        Assert.Equal(2u, Assert.Single(bench.Granted).Id);
    }

    [Fact]
    [Trait("Requirement", "SR-093")]
    public void Storage_that_fails_pauses_and_revokes_and_loses_nothing()
    {
        // Aim: the treatment waits for the disk; shots fired meanwhile are in the records when it is back.
        Bench bench = Stage.At(SessionState.Waiting);
        bench.Shoot();
        bench.Writes = false;
        bench.BeginShot();
        IReadOnlyList<Effect> effects = bench.Do(new SessionEvent.RecordFailed(bench.Now, "The disk is full."));
        Assert.Contains(effects, effect => effect is Effect.Revoke { PermitId: 2 });
        Assert.Equal(SessionState.Paused, bench.Session.State);
        Assert.Equal("The disk is full.", bench.Session.RecordsFail);
        bench.EndShot();
        bench.Settle();
        Assert.Equal(2, bench.Session.Ledger.Shots.Count);
        Assert.Contains("records that are written", bench.Session.ArmBlockers(Plans.Cheek(), bench.Now));
        bench.Do(new SessionEvent.RecordFailed(bench.Now, "The disk is full."));
        bench.Writes = true;
        bench.Do(new SessionEvent.Recorded(bench.Now, bench.LastTicket));
        Assert.Null(bench.Session.RecordsFail);
        Assert.Contains("Records are written again; nothing was lost.", bench.Notices);
        Assert.Equal(2, DoseLedger.Replay(bench.Records).Shots.Count);
        bench.Arm();
        Assert.Equal(SessionState.Waiting, bench.Session.State);
        Assert.Equal(47u, bench.Granted[^1].ShotLimit);
    }

    [Fact]
    [Trait("Requirement", "SR-045")]
    public void Partial_shot_counts_as_its_point_and_gives_its_rest_to_nobody()
    {
        // Aim: a point that got half is treated; its other half does not go into the next one.
        Bench bench = Stage.At(SessionState.Waiting);
        bench.Shoot(8_000);
        Assert.Equal(7, bench.Session.Remaining(Plans.Cheek()));
        Assert.Equal(1, bench.Session.Ledger.Zone(1).PartialShots);
        Assert.Equal(8_000, bench.Session.Ledger.Zone(1).Delivered.Nl);
        Assert.Equal(800_000 + 8_000 + (5 * 20_000), bench.Granted[^1].VolumeLimit.Nl);
    }

    [Fact]
    [Trait("Requirement", "SR-045")]
    public void Shot_that_delivered_nothing_leaves_its_point_to_be_treated()
    {
        // Aim: the zone goes on until every point has had its shot; the puncture counts for the needle.
        Bench bench = Stage.At(SessionState.Waiting);
        bench.Shoot(0);
        Assert.Equal(8, bench.Session.Remaining(Plans.Cheek()));
        Assert.Equal(1, bench.Session.Ledger.Zone(1).NotDeliveredShots);
        Assert.Equal(1, bench.Session.Ledger.Sticks);
        for (int i = 0; i < 8; i++)
        {
            bench.Shoot();
        }

        bench.Settle();
        Assert.Equal(SessionState.Ready, bench.Session.State);
        Assert.Equal(9, bench.Device.Truth.Count);
    }

    [Theory]
    [InlineData(LimitKind.ZoneVolumeMax, 100_000, 5)]
    [InlineData(LimitKind.ZoneVolumeMax, 119_999, 5)]
    [InlineData(LimitKind.ZoneVolumeMax, 120_000, 6)]
    [InlineData(LimitKind.ZoneShotsMax, 6, 6)]
    [InlineData(LimitKind.SessionVolumeMax, 60_000, 3)]
    [InlineData(LimitKind.ProductVolumeMax, 79_999, 3)]
    [InlineData(LimitKind.NeedleSticksMax, 7, 7)]
    [InlineData(LimitKind.NeedleSticksMax, 1, 1)]
    [Trait("Requirement", "SR-046")]
    public void Limit_reached_during_the_zone_pauses_and_is_named(LimitKind kind, long value, int shots)
    {
        // Aim: the guard behind the plan's check: what adds up shot by shot stops at the last shot within the limit.
        Bench bench = new(limits: new LimitSet([Plans.Limit(kind, value)]));
        if (kind != LimitKind.NeedleSticksMax)
        {
            // A plan beyond the limit is never armed: the sums come from shots over their dose, or from a zone treated twice.
            Assert.NotEmpty(bench.Plan.Check(bench.Session.Limits));
            bench = new Bench(Plans.Plan(Plans.Cheek(shots)), new LimitSet([Plans.Limit(kind, value)]));
        }

        bench.ToArmed();
        for (int i = 0; i < shots; i++)
        {
            Assert.True(bench.Session.IsIn(SessionState.Armed));
            bench.Shoot();
        }

        bench.Shoot();
        Assert.Equal(shots, bench.Device.Truth.Count);
        Assert.All(bench.Granted, permit => Assert.True(permit.ShotLimit <= 40 + shots));
        if (kind == LimitKind.NeedleSticksMax)
        {
            Assert.Equal(SessionState.Paused, bench.Session.State);
            Assert.Equal(kind, bench.Session.LimitReached!.Limit.Kind);
            Assert.Contains(bench.Session.LimitReached.Sentence, bench.Notices);
        }
    }

    [Theory]
    [InlineData(LimitKind.ZoneVolumeMax)]
    [InlineData(LimitKind.SessionVolumeMax)]
    [InlineData(LimitKind.ProductVolumeMax)]
    [Trait("Requirement", "SR-046")]
    public void Overrun_within_tolerance_leaves_no_room_for_a_whole_dose_and_pauses(LimitKind kind)
    {
        // Aim: what was delivered counts, not what was planned: 8 × 20 µL were to fill the limit, the first had 0.3 µL too much.
        Bench bench = new(Plans.Plan(Plans.Cheek()), new LimitSet([Plans.Limit(kind, 160_000)]));
        bench.ToArmed();
        bench.Shoot(20_300);
        for (int i = 0; i < 10; i++)
        {
            bench.Shoot();
        }

        bench.Settle();
        Assert.Equal(7, bench.Device.Truth.Count);
        Assert.Equal(SessionState.Paused, bench.Session.State);
        string where = kind == LimitKind.ZoneVolumeMax ? "Volume of the zone in zone cheek.left"
            : kind == LimitKind.SessionVolumeMax ? "Volume of the session in zone cheek.left" : "Volume of the product in zone cheek.left";
        string allowed = "at most 0.16 mL allowed by the zone catalogue (zones.yaml; version 3). Choose 0.16 mL or less.";
        Assert.Contains($"{where}: 0.1603 mL asked, {allowed}", bench.Notices);
        Assert.Null(bench.Session.Fault);
    }

    [Fact]
    [Trait("Requirement", "SR-029")]
    public void New_needle_lifts_the_limit_of_sticks()
    {
        // Aim: after the change the zone goes on to its end; without it arming pauses at once and grants nothing.
        Bench bench = new(limits: new LimitSet([Plans.Limit(LimitKind.NeedleSticksMax, 3)]));
        bench.ToArmed();
        for (int i = 0; i < 3; i++)
        {
            bench.Shoot();
        }

        bench.Settle();
        int granted = bench.Granted.Count;
        bench.Arm();
        bench.Settle();
        Assert.Equal(SessionState.Paused, bench.Session.State);
        Assert.Equal(granted, bench.Granted.Count);
        bench.Do(new SessionEvent.ChangeNeedle(bench.Now, "Ada"));
        Assert.Null(bench.Session.LimitReached);
        bench.Arm();
        Assert.Equal(SessionState.Waiting, bench.Session.State);
        Assert.Equal(46u, bench.Granted[^1].ShotLimit);
    }

    [Fact]
    [Trait("Requirement", "SR-046")]
    public void Second_zone_counts_what_the_first_had()
    {
        // Aim: the session's limit holds over zones. 8 + 6 shots are planned, room is for 12 and a bit.
        Bench bench = new(limits: new LimitSet([Plans.Limit(LimitKind.SessionVolumeMax, 280_000)]));
        bench.ToArmed();
        for (int i = 0; i < 8; i++)
        {
            bench.Shoot(20_500);
        }

        bench.Settle();
        bench.Arm(2);
        for (int i = 0; i < 10; i++)
        {
            bench.Shoot(20_500);
        }

        bench.Settle();
        Assert.Equal(SessionState.Paused, bench.Session.State);
        Assert.Equal(13, bench.Device.Truth.Count);
        Assert.Equal(5, bench.Session.Ledger.Zone(2).DeliveredShots);
    }

    [Fact]
    public void Permit_refused_by_the_device_pauses_and_says_why()
    {
        // Aim: a refusal is no reason to try again by itself.
        Bench bench = Stage.At(SessionState.Ready);
        bench.Device.Break(14);
        bench.Do(new SessionEvent.Arm(bench.Now, 1));
        Assert.Equal(SessionState.Paused, bench.Session.State);
        Assert.Contains("The device refused the permit: faulted", bench.Notices);
    }

    [Fact]
    public void Refusal_of_a_permit_that_was_replaced_is_of_no_matter()
    {
        // Aim: an answer that comes late is judged by the permit that it is about.
        Bench bench = Stage.At(SessionState.Waiting);
        bench.Shoot();
        bench.Do(new SessionEvent.GrantAnswered(bench.Now, 1, "stale_id"));
        Assert.True(bench.Session.IsIn(SessionState.Armed));
        bench.Do(new SessionEvent.GrantAnswered(bench.Now, 77, "stale_id"));
        Assert.True(bench.Session.IsIn(SessionState.Armed));
        bench.Do(new SessionEvent.GrantAnswered(bench.Now, 2, "time_stale"));
        Assert.Equal(SessionState.Paused, bench.Session.State);
    }

    [Fact]
    public void Lapsed_permit_pauses()
    {
        // Aim: the device ended the permit by itself; going on asks for a person.
        Bench bench = Stage.At(SessionState.Waiting);
        bench.Device.Pass(300);
        bench.Status();
        Assert.Equal(SessionState.Paused, bench.Session.State);
        Assert.Contains("The permit lapsed: link or computer was silent for longer than its lease.", bench.Notices);
    }

    [Fact]
    public void Status_from_before_the_grant_was_taken_is_no_lapse()
    {
        // Aim: between the order and its answer the device says truly that no permit lives.
        Bench bench = Stage.At(SessionState.Ready);
        bench.Wire = false;
        bench.Do(new SessionEvent.Arm(bench.Now, 1));
        bench.Settle();
        Assert.Equal(SessionState.Waiting, bench.Session.State);
    }

    [Fact]
    public void Zone_without_points_left_is_not_armed_again()
    {
        // Aim: done is done.
        Bench bench = Stage.At(SessionState.Waiting);
        for (int i = 0; i < 8; i++)
        {
            bench.Shoot();
        }

        bench.Settle();
        Assert.Equal(["a zone of the plan with points left"], bench.Session.ArmBlockers(Plans.Cheek(), bench.Now));
    }

    [Fact]
    [Trait("Requirement", "SR-105")]
    public void Long_zone_is_acknowledged_while_it_goes_on()
    {
        // Aim: the device's journal does not run full, and nothing is acknowledged that is not on the disk.
        Bench bench = new(Plans.Plan(Plans.Cheek(100)));
        bench.ToArmed();
        for (int i = 0; i < 70; i++)
        {
            bench.Shoot();
        }

        Assert.True(bench.Session.IsIn(SessionState.Armed));
        Assert.Equal([72u, 104u], bench.Effects.OfType<Effect.AckJournal>().Select(ack => ack.UpToShot));
        bench.Writes = false;
        for (int i = 0; i < 5; i++)
        {
            bench.Shoot();
        }

        bench.Do(new SessionEvent.Pause(bench.Now, "to look"));
        bench.Settle();
        Assert.Equal(2, bench.Effects.OfType<Effect.AckJournal>().Count());
        bench.Do(new SessionEvent.Recorded(bench.Now, bench.LastTicket));
        Assert.Equal(115u, bench.Effects.OfType<Effect.AckJournal>().Last().UpToShot);
    }
}
