using MesoPen.Firmware;
using MesoPen.Protocol;

namespace MesoPen.Tests.Firmware;

public sealed class DeviceShotTests
{
    [Fact]
    public void Trigger_under_a_permit_fires_one_shot_that_journal_and_machine_agree_on()
    {
        // Aim: the whole path once, and the figures of the entry against the machine's own.
        Bench bench = new();
        PermitGrantRequest grant = bench.Arm();
        long before = bench.Plant.PlungerSteps;
        bench.Plant.DeepestUm = 0;

        bench.FireOnce();

        long moved = bench.Plant.PlungerSteps - before;
        Assert.Equal(bench.Scale.StepsIn(Bench.DoseNl), moved);
        ShotEntry entry = Assert.Single(bench.Journal());
        Assert.Equal(1u, entry.Shot);
        Assert.Equal(grant.PermitId, entry.PermitId);
        Assert.Equal(bench.Device.BootId, entry.BootId);
        Assert.Equal(Bench.Zone, entry.Zone);
        Assert.Equal(ShotOutcome.Delivered, entry.Outcome);
        Assert.Equal(5, entry.Needles);
        Assert.Equal(ShotEnd.Complete, entry.Fault);
        Assert.Equal((uint)bench.Scale.NlIn(moved), entry.VolumeNl);
        Assert.Equal((uint)bench.Plant.DeepestUm, entry.DepthUm);
        Assert.Equal(Bench.DepthUm, entry.DepthUm);
        Assert.Equal(entry, Assert.Single(bench.ShotEvents).Entry);
        Assert.Equal(1u, bench.Plant.LastShotTraced);
        Assert.Equal(DeviceState.Armed, bench.Status.State);
    }

    [Fact]
    [Trait("Requirement", "SR-041")]
    public void Shots_in_a_row_never_exceed_dose_or_counter_and_add_up_to_it()
    {
        // Aim: rounding is downwards, per shot and in sum, and the entries' volumes add up to the counter exactly.
        Bench bench = new();
        bench.Arm(8, TriggerMode.Continuous);
        bench.Plant.Contact = true;
        bench.Plant.Trigger = true;
        bench.RunUntil(() => bench.Status.ShotCounter == 8);
        bench.RunUntil(DeviceState.Armed);
        bench.Run(400);

        Assert.Equal(8u, bench.Status.ShotCounter);
        ShotEntry[] journal = bench.Journal();
        Assert.Equal(8, journal.Length);
        Assert.All(journal, entry => Assert.InRange(entry.VolumeNl, Bench.DoseNl - 100, Bench.DoseNl));
        Assert.Equal(bench.Status.VolumeCounterNl, (ulong)journal.Sum(entry => entry.VolumeNl));
        Assert.InRange(bench.Status.VolumeCounterNl, 1ul, 8ul * Bench.DoseNl);
    }
}
