using System.Text.Json;
using MesoPen.Protocol;
using MesoPen.Simulator;

namespace MesoPen.Tests.Simulator;

public sealed class RestartTests
{
    private const int DepthUm = 1000;
    private const int DoseNl = 20_000;

    [Fact]
    public void Death_at_every_millisecond_of_a_shot_leaves_a_truth_that_sums()
    {
        // Aim: wherever in a shot the process ends, the one after it finds the machine where it was, at rest; the interrupted stroke's line
        // is written when the needle gets home; nothing is written twice or lost; journal and truth say the same of every shot.
        for (int at = 0; at < 150; at++)
        {
            using KillableDevice killable = new("gun-5", OperatorPace.Fast);
            MiniHost host = Armed(killable);
            Assert.True(host.Until(() => killable.Device.Plant.Strokes == 2));
            host.Step(at);
            (int needleUm, long plungerSteps, double outNl) =
                (killable.Device.Plant.NeedleUm, killable.Device.Plant.PlungerSteps, killable.Device.Plant.OutNl);

            killable.Restart();

            Assert.Equal(
                (needleUm, plungerSteps, outNl),
                (killable.Device.Plant.NeedleUm, killable.Device.Plant.PlungerSteps, killable.Device.Plant.OutNl));
            Settle(killable, $"at {at} ms");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Death_at_every_write_to_the_memory_leaves_a_truth_that_sums(bool before)
    {
        // Aim: the same for the instants inside a millisecond, between what the firmware wrote and what the machine did.
        for (int n = 1; n <= 8; n++)
        {
            using KillableDevice killable = new("gun-5", OperatorPace.Fast);
            MiniHost host = Armed(killable);
            Assert.True(host.Until(() => killable.Device.Plant.Strokes == 2));
            killable.DieAtWrite(n, before);
            Assert.Throws<KillableDevice.Death>(() => host.Step(3000));

            killable.Restart();

            Settle(killable, $"{(before ? "before" : "after")} write {n}");
        }
    }

    [Fact]
    public void Death_between_label_and_needle_leaves_the_next_self_test_an_excursion()
    {
        // Aim: a label that the needle never followed is closed as nothing at the next boot; what moves then is not that shot.
        using KillableDevice killable = new("gun-5", OperatorPace.Fast);
        MiniHost host = Armed(killable);
        Assert.True(host.Until(() => killable.Device.Plant.Strokes == 2));
        Assert.True(killable.Device.Plant.NeedleHome);

        killable.Restart();
        MiniHost next = new(killable.Device);
        next.Step(20);
        next.MakeReady();

        Assert.Equal(0, Assert.Single(killable.Truth, line => line.Has("depth_um") && line.Number("shot") == 2).Number("depth_um"));
        Assert.Equal(2, killable.Truth.Count(line => line.Has("excursion_um")));
    }

    [Fact]
    public void Boot_after_a_death_has_an_id_of_its_own()
    {
        // Aim: a permit of the process that died can never be taken by the next.
        using KillableDevice killable = new("gun-5", OperatorPace.Off);
        HashSet<uint> ids = [killable.Device.BootId];
        for (int i = 0; i < 20; i++)
        {
            killable.Restart();
            Assert.True(ids.Add(killable.Device.BootId));
        }
    }

    private static MiniHost Armed(KillableDevice killable)
    {
        MiniHost host = new(killable.Device);
        host.MakeReady();
        host.Grant(DepthUm, DoseNl, 8);
        return host;
    }

    private static void Settle(KillableDevice killable, string when)
    {
        MiniHost host = new(killable.Device);
        host.Step(1500);
        host.Connect();
        host.ReadJournal();
        Assert.True(killable.Device.Plant.NeedleHome && killable.Device.Plant.AtRest, when);

        JsonElement[] truth = [.. killable.Truth];
        Assert.Equal((long)Math.Round(killable.Device.Plant.OutNl), truth.Volume());
        JsonElement[] shots = [.. truth.Where(line => line.Has("depth_um"))];
        // A shot that was written down and never begun has an entry, and no line unless its label was given.
        ShotEntry[] moved = [.. host.Journal.Where(entry => entry.Outcome != ShotOutcome.NotDelivered || shots.Any(s => s.Number("shot") == entry.Shot))];
        Assert.True(moved.Select(e => (long)e.Shot).SequenceEqual(shots.Select(s => s.Number("shot"))), when);
        ShotTolerance tolerance = ProfileReader.Open("gun-5").Tolerance;
        foreach ((ShotEntry said, JsonElement was) in moved.Zip(shots))
        {
            long allowed = tolerance.VolumeNl(said.VolumeNl);
            Assert.True(Math.Abs(said.VolumeNl - was.Number("volume_nl")) <= allowed, $"{when}: {said} and {was}");
            Assert.True(was.Number("depth_um") <= DepthUm + tolerance.DepthUm, $"{when}: {was}");
        }
    }
}
