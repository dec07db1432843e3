using MesoPen.Firmware;
using MesoPen.Protocol;

namespace MesoPen.Tests.Firmware;

public sealed class PermitGrantTests
{
    public static TheoryData<string, Result, uint> Refusals() => new()
    {
        { "depth low", Result.DepthCap, 250 },
        { "depth high", Result.DepthCap, 6000 },
        { "depth huge", Result.DepthCap, 6000 },
        { "dose low", Result.DoseCap, 5000 },
        { "dose high", Result.DoseCap, 100_000 },
        { "dose off step", Result.DoseCap, 20_000 },
        { "interval", Result.IntervalCap, 112 },
        { "lease zero", Result.LeaseCap, 250 },
        { "lease long", Result.LeaseCap, 250 },
        { "shots", Result.ShotLimitCap, 8 },
        { "shots huge", Result.ShotLimitCap, 8 },
        { "volume", Result.VolumeLimitCap, 160_000 },
        { "volume huge", Result.VolumeLimitCap, 160_000 },
        { "mode", Result.ModeMismatch, 0 },
        { "stale", Result.TimeStale, 0 },
        { "future", Result.TimeFuture, 0 },
        { "id zero", Result.StaleId, 0 },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    [Trait("Requirement", "SR-014")]
    [Trait("Requirement", "SR-020")]
    [Trait("Requirement", "SR-025")]
    [Trait("Requirement", "SR-071")]
    public void Grant_beyond_a_cap_is_refused_with_the_value_allowed_and_changes_nothing(string what, Result result, uint limit)
    {
        // Aim: each cap by itself, its figure, and that neither the id nor the live permit is touched.
        Bench bench = new();
        bench.MakeReady();
        PermitGrantRequest good = bench.NewGrant();
        PermitGrantRequest bad = Spoil(good, what, bench.NowMs);

        StatusReply reply = bench.Send(bad);

        Assert.Equal(result, reply.Prefix.Result);
        Assert.Equal(limit, reply.Prefix.Limit);
        Assert.Equal(0u, reply.Status.PermitIdSeen);
        Assert.Equal(DeviceState.Idle, reply.Status.State);
        Assert.Equal(Result.Ok, bench.Send(good with { SeenDeviceMs = bench.NowMs }).Prefix.Result);

        PermitGrantRequest next = bench.NewGrant(zone: 8);
        StatusReply second = bench.Send(Spoil(next, what, bench.NowMs));
        Assert.Equal(result, second.Prefix.Result);
        Assert.Equal(good.PermitId, second.Status.PermitId);
        Assert.Equal(Bench.Zone, second.Status.Zone);
    }

    [Theory]
    [InlineData("untested")]
    [InlineData("unprimed")]
    [InlineData("no cartridge")]
    [InlineData("new cartridge")]
    [Trait("Requirement", "SR-010")]
    [Trait("Requirement", "SR-052")]
    public void Grant_of_a_device_that_is_not_ready_is_refused(string what)
    {
        // Aim: self-test, prime and cartridge are each asked for.
        Bench bench = new();
        if (what != "untested")
        {
            bench.Send(new SelfTestRequest(bench.NextMotionId()));
            bench.RunUntil(DeviceState.Idle);
        }

        if (what != "unprimed")
        {
            bench.Send(new PrimeRequest(bench.NextMotionId(), PrimePurpose.Prime, 50_000));
            bench.RunUntil(DeviceState.Idle);
        }

        bench.Plant.CartridgePresent = what != "no cartridge";
        if (what == "new cartridge")
        {
            bench.Plant.ChangeCartridge();
        }

        Assert.Equal(Result.NotReady, bench.Send(bench.NewGrant()).Prefix.Result);
        Assert.Equal(DeviceState.Idle, bench.Status.State);
    }

    [Fact]
    [Trait("Requirement", "SR-006")]
    public void Same_grant_again_is_already_and_does_not_lengthen_the_lease()
    {
        // Aim: a repeated grant changes nothing, while live and after its lease.
        Bench bench = new() { Renewing = false };
        bench.MakeReady();
        PermitGrantRequest grant = bench.NewGrant();
        bench.Send(grant);
        bench.Run(100);
        StatusReply again = bench.Send(grant);
        Assert.Equal(Result.Already, again.Prefix.Result);
        Assert.Equal(Bench.LeaseMs - 102, again.Status.LeaseLeftMs);

        bench.Run(200);
        StatusReply dead = bench.Send(grant);
        Assert.Equal(Result.Already, dead.Prefix.Result);
        Assert.Equal(0u, dead.Status.PermitId);
        Assert.Equal(DisarmReason.Lapsed, dead.Status.DisarmReason);
    }

    [Fact]
    [Trait("Requirement", "SR-006")]
    public void Same_id_with_other_bytes_and_a_lower_id_are_stale()
    {
        // Aim: an id stands for one permit, and ids only grow.
        Bench bench = new();
        bench.MakeReady();
        PermitGrantRequest first = bench.NewGrant();
        PermitGrantRequest second = bench.NewGrant();
        bench.Send(second);
        Assert.Equal(Result.StaleId, bench.Send(second with { DepthUm = 2000 }).Prefix.Result);
        Assert.Equal(Result.StaleId, bench.Send(second with { SeenDeviceMs = bench.NowMs }).Prefix.Result);
        Assert.Equal(Result.StaleId, bench.Send(first).Prefix.Result);
        Assert.Equal(second.PermitId, bench.Status.PermitId);
    }

    [Fact]
    [Trait("Requirement", "SR-007")]
    public void Revoked_id_is_dead_even_if_its_grant_comes_later()
    {
        // Aim: revoke and grant out of order end with no permit.
        Bench bench = new();
        bench.MakeReady();
        PermitGrantRequest grant = bench.NewGrant();
        bench.Send(new PermitRevokeRequest(grant.PermitId));
        Assert.Equal(Result.StaleId, bench.Send(grant).Prefix.Result);
        Assert.Equal(DeviceState.Idle, bench.Status.State);
    }

    [Fact]
    public void Revoke_of_an_older_id_leaves_the_live_permit()
    {
        // Aim: a late revoke of the permit before does not end the one after.
        Bench bench = new();
        bench.MakeReady();
        PermitGrantRequest old = bench.NewGrant();
        bench.Send(old);
        PermitGrantRequest live = bench.NewGrant();
        bench.Send(live);
        bench.Send(new PermitRevokeRequest(old.PermitId));
        Assert.Equal(live.PermitId, bench.Status.PermitId);
        bench.Send(new PermitRevokeRequest(live.PermitId));
        Assert.Equal(DisarmReason.Revoked, bench.Status.DisarmReason);
        Assert.Equal(0u, bench.Status.PermitId);
    }

    [Fact]
    public void Revoke_in_mid_shot_halts_the_plunger_and_brings_the_needle_home()
    {
        // Aim: as by a lapse, in the tick of the revoke.
        Bench bench = BenchStates.In(DeviceState.Delivering);
        bench.RunUntil(() => bench.Plant.PlungerMoved);
        Assert.Equal(Result.Ok, bench.Send(new PermitRevokeRequest(bench.Status.PermitId)).Prefix.Result);
        long steps = bench.Plant.PlungerSteps;
        LeaseTests.AssertComesToRest(bench, 25);
        Assert.Equal(steps, bench.Plant.PlungerSteps);
        ShotEntry entry = Assert.Single(bench.Journal());
        Assert.Equal((ShotOutcome.Partial, ShotEnd.LapsedOrRevoked), (entry.Outcome, entry.Fault));
    }

    [Fact]
    [Trait("Requirement", "SR-008")]
    public void Grant_for_another_boot_is_refused()
    {
        // Aim: what was meant for a boot before the reset does nothing after it.
        Bench bench = new();
        bench.MakeReady();
        uint before = bench.Device.BootId;
        bench.Reboot();
        bench.MakeReady();
        Assert.NotEqual(before, bench.Device.BootId);
        PermitGrantRequest grant = bench.NewGrant();
        Assert.Equal(Result.WrongBoot, bench.Send(grant, bootId: before).Prefix.Result);
        Assert.Equal(Result.WrongBoot, bench.Send(grant, bootId: 0).Prefix.Result);
        Assert.Equal(Result.Ok, bench.Send(grant with { SeenDeviceMs = bench.NowMs }).Prefix.Result);
    }

    [Fact]
    [Trait("Requirement", "SR-003")]
    public void Permit_whose_shots_are_used_up_stays_live_and_can_be_extended_without_a_release()
    {
        // Aim: continuous work goes on over an extension of the same permit, with the trigger held.
        Bench bench = new();
        bench.Arm(2, TriggerMode.Continuous);
        bench.Plant.Contact = true;
        bench.Plant.Trigger = true;
        bench.Run(600);
        Assert.Equal(2u, bench.Status.ShotCounter);
        Assert.Equal(DeviceState.Armed, bench.Status.State);
        Assert.False(bench.Plant.LampArmed);
        Assert.Equal(Result.Ok, bench.Send(bench.NewGrant(3)).Prefix.Result);
        bench.Run(600);
        Assert.Equal(5u, bench.Status.ShotCounter);
    }

    [Theory]
    [InlineData(59_978, 3)]
    [InlineData(59_977, 2)]
    [Trait("Requirement", "SR-003")]
    public void Volume_limit_alone_holds_back_a_shot(int volumeLimitNl, int shots)
    {
        // Aim: the two limits hold independently, to the nanolitre. Two shots of 400 steps of 20,011 to the mL are 39,978 nL,
        // rounded down; a third begins if its whole dose of 20,000 fits, however little less it will move.
        Bench bench = new();
        bench.MakeReady();
        bench.Send(new TriggerModeRequest(TriggerMode.Continuous));
        PermitGrantRequest grant = bench.NewGrant(8) with { VolumeLimitNl = (ulong)volumeLimitNl };
        Assert.Equal(Result.Ok, bench.Send(grant).Prefix.Result);
        bench.Plant.Contact = true;
        bench.Plant.Trigger = true;
        bench.Run(1500);

        Assert.Equal((uint)shots, bench.Status.ShotCounter);
        Assert.InRange(bench.Status.VolumeCounterNl, 1ul, grant.VolumeLimitNl);
    }

    [Fact]
    [Trait("Requirement", "SR-009")]
    public void Shot_under_way_goes_on_under_a_grant_like_its_own_and_ends_under_another()
    {
        // Aim: extension does not disturb a shot; a change of zone, depth or dose ends it at once.
        Bench bench = new();
        bench.Arm();
        bench.BeginShot();
        bench.Run(35);
        Assert.Equal(Result.Ok, bench.Send(bench.NewGrant(8)).Prefix.Result);
        bench.Plant.Trigger = false;
        bench.RunUntil(DeviceState.Armed);
        Assert.Equal(ShotOutcome.Delivered, bench.Journal()[0].Outcome);

        bench.Run(bench.Configuration.MinIntervalMs);
        bench.BeginShot();
        bench.Run(40);
        bench.Send(bench.NewGrant(8, zone: 9));
        long steps = bench.Plant.PlungerSteps;
        bench.Run(300);
        Assert.Equal(steps, bench.Plant.PlungerSteps);
        ShotEntry entry = bench.Journal(2)[0];
        Assert.Equal(ShotOutcome.Partial, entry.Outcome);
        Assert.Equal(ShotEnd.LapsedOrRevoked, entry.Fault);
        Assert.Equal(Bench.Zone, entry.Zone);
        Assert.Equal(9, bench.Plant.LampZone);
        Assert.True(bench.Plant.LampMustRelease);
    }

    private static PermitGrantRequest Spoil(PermitGrantRequest grant, string what, uint nowMs) => what switch
    {
        "depth low" => grant with { DepthUm = 249 },
        "depth high" => grant with { DepthUm = 6001 },
        "depth huge" => grant with { DepthUm = uint.MaxValue },
        "dose low" => grant with { DoseNl = 4500 },
        "dose high" => grant with { DoseNl = 100_500 },
        "dose off step" => grant with { DoseNl = 20_250 },
        "interval" => grant with { MinIntervalMs = 111 },
        "lease zero" => grant with { LeaseMs = 0 },
        "lease long" => grant with { LeaseMs = 251 },
        "shots" => grant with { ShotLimit = 9 },
        "shots huge" => grant with { ShotLimit = uint.MaxValue },
        "volume" => grant with { VolumeLimitNl = 160_001 },
        "volume huge" => grant with { VolumeLimitNl = ulong.MaxValue },
        "mode" => grant with { TriggerMode = TriggerMode.Repeat },
        "stale" => grant with { SeenDeviceMs = unchecked(nowMs - 249) },
        "future" => grant with { SeenDeviceMs = nowMs + 2 },
        _ => grant with { PermitId = 0 },
    };
}
