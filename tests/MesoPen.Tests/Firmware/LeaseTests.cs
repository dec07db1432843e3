using MesoPen.Firmware;
using MesoPen.Protocol;

namespace MesoPen.Tests.Firmware;

public sealed class LeaseTests
{
    // The bench's needle needs 19 ms back from the deepest shot here, and the home switch closes a little before.
    private const int RetractMs = 25;

    // From both switches closed to the shot's beginning.
    private const int PressMs = Debounce.StableMs + 1;

    [Fact]
    [Trait("Requirement", "SR-070")]
    public void Link_cut_at_any_millisecond_of_a_shot_leaves_the_plunger_still_and_the_needle_home_in_time()
    {
        // Aim: section 7 of the protocol page: 20 ms from the end of the lease to plunger still, then the retract time. The shot
        // is begun so late in a lease that the lease ends in each of its milliseconds.
        int shotMs = MeasureShotMs();
        int cutInPlungerMotion = 0;
        for (int leftMs = 1; leftMs <= shotMs + 5; leftMs++)
        {
            Bench bench = Armed(out _);
            bench.Run(Bench.LeaseMs - 1 - PressMs - leftMs);
            bench.Plant.Contact = true;
            bench.Plant.Trigger = true;
            bench.Run(PressMs);
            Assert.Equal(DeviceState.Delivering, bench.Status.State);
            Assert.Equal(leftMs, bench.Status.LeaseLeftMs);

            bench.Run(leftMs);
            Assert.Equal(0u, bench.Status.PermitId);
            Assert.Equal(DisarmReason.Lapsed, bench.Status.DisarmReason);
            cutInPlungerMotion += bench.Plant.PlungerMoved ? 1 : 0;
            AssertComesToRest(bench, RetractMs);
            ShotEntry entry = Assert.Single(bench.Journal());
            Assert.True(entry.Outcome == ShotOutcome.Delivered || entry.Fault == ShotEnd.LapsedOrRevoked);
        }

        Assert.True(cutInPlungerMotion > 10, "The lease never ended while the plunger moved: the test shows nothing.");
    }

    [Fact]
    [Trait("Requirement", "SR-079")]
    public void Lease_that_ends_while_the_firmware_hangs_moves_nothing_on_after_it()
    {
        // Aim: a late tick looks at the lease first; and while no tick came, the plunger went no further than the piece
        // commanded.
        for (int hangMs = 10; hangMs <= 490; hangMs += 40)
        {
            Bench bench = Armed(out _);
            bench.Plant.Contact = true;
            bench.Plant.Trigger = true;
            bench.RunUntil(() => bench.Plant.PlungerMoved);
            long steps = bench.Plant.PlungerSteps;
            int leaseLeftMs = bench.Status.LeaseLeftMs;

            bench.Hang(leaseLeftMs + hangMs);

            long horizon = bench.Scale.StepsIn(bench.Configuration.FlowNlPerS) * Plunger.HorizonMs / 1000;
            Assert.InRange(bench.Plant.PlungerSteps - steps, 0, horizon + 1);
            Assert.Equal(DisarmReason.Lapsed, bench.Status.DisarmReason);
            AssertComesToRest(bench, RetractMs);
        }
    }

    [Fact]
    [Trait("Requirement", "SR-072")]
    public void Renewal_that_came_after_the_lease_had_ended_is_too_late_even_in_the_same_tick()
    {
        // Aim: a renewal that waited in the buffer over a hang does not bring the permit back.
        Bench bench = Armed(out uint permitId);
        bench.Post(new PermitRenewRequest(permitId, bench.NowMs + bench.Status.LeaseLeftMs));
        bench.Hang(bench.Status.LeaseLeftMs);
        Heard reply = bench.Inbox.Last(heard => heard.Type == MessageType.PermitRenew.Reply());
        Assert.Equal(Result.StaleId, reply.As<StatusReply>().Prefix.Result);
        Assert.Equal(0u, bench.Status.PermitId);
    }

    [Fact]
    [Trait("Requirement", "SR-072")]
    public void Renewals_that_are_old_repeated_or_of_the_future_do_not_lengthen_a_lease()
    {
        // Aim: only hearing the device keeps it armed.
        Bench bench = Armed(out uint permitId);
        uint grantedMs = bench.NowMs - 1;
        bench.Run(50);
        PermitRenewRequest renewal = new(permitId, bench.NowMs);
        Assert.Equal(Bench.LeaseMs - 1, bench.Send(renewal).Status.LeaseLeftMs);
        bench.Run(100);
        Assert.Equal(Bench.LeaseMs - 102, bench.Send(renewal).Status.LeaseLeftMs);
        Assert.Equal(Bench.LeaseMs - 103, bench.Send(new PermitRenewRequest(permitId, grantedMs)).Status.LeaseLeftMs);
        StatusReply future = bench.Send(new PermitRenewRequest(permitId, bench.NowMs + 2));
        Assert.Equal(Result.TimeFuture, future.Prefix.Result);
        Assert.Equal(Bench.LeaseMs - 104, future.Status.LeaseLeftMs);
        Assert.Equal(Result.StaleId, bench.Send(new PermitRenewRequest(permitId + 1, bench.NowMs)).Prefix.Result);
        bench.Run(Bench.LeaseMs - 106);
        Assert.Equal(permitId, bench.Status.PermitId);
        bench.Run(1);
        Assert.Equal(0u, bench.Status.PermitId);
    }

    [Fact]
    [Trait("Requirement", "SR-072")]
    public void Grant_that_lay_in_a_buffer_counts_its_lease_from_what_the_host_had_seen()
    {
        // Aim: the lease runs from seen_device_ms, not from arrival.
        Bench bench = new() { Renewing = false };
        bench.MakeReady();
        PermitGrantRequest grant = bench.NewGrant(leaseMs: 200);
        bench.Run(120);
        StatusReply reply = bench.Send(grant);
        Assert.Equal(Result.Ok, reply.Prefix.Result);
        Assert.Equal(79, reply.Status.LeaseLeftMs);
    }

    internal static void AssertComesToRest(Bench bench, int retractMs)
    {
        bench.Run(20);
        long steps = bench.Plant.PlungerSteps;
        bench.Run(retractMs);
        Assert.True(bench.Plant.NeedleHome, "The needle is not home in time.");
        bench.Run(500);
        Assert.Equal(steps, bench.Plant.PlungerSteps);
        Assert.True(bench.Status.Flags.HasFlag(DeviceFlags.NeedleHome | DeviceFlags.PlungerStill));
    }

    private static Bench Armed(out uint permitId)
    {
        Bench bench = new() { Renewing = false };
        bench.MakeReady();
        PermitGrantRequest grant = bench.NewGrant();
        Assert.Equal(Result.Ok, bench.Send(grant).Prefix.Result);
        permitId = grant.PermitId;
        return bench;
    }

    private static int MeasureShotMs()
    {
        Bench bench = new();
        bench.Arm();
        bench.BeginShot();
        uint fromMs = bench.NowMs;
        bench.RunUntil(DeviceState.Armed);
        return (int)(bench.NowMs - fromMs);
    }
}
