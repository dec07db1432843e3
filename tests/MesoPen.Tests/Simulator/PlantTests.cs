using System.Text.Json;
using MesoPen.Firmware;
using MesoPen.Simulator;

namespace MesoPen.Tests.Simulator;

public sealed class PlantTests
{
    /// <summary>What floating point may lose over a few thousand steps, nL.</summary>
    private const double BalanceNl = 0.001;

    [Theory]
    [InlineData("pen-1", 1_000)]
    [InlineData("pen-1", 200_000)]
    [InlineData("gun-5", 20_000)]
    [InlineData("gun-9", 50_000)]
    [Trait("Requirement", "SR-156")]
    public void Fluid_over_many_shots_is_neither_made_nor_lost(string profile, int doseNl)
    {
        // Aim: cartridge, line, rubber and what left the tips sum to what was loaded, and the truth's lines to what left, to the nanolitre.
        Bench bench = new(profile);
        bench.Prime();
        for (uint shot = 1; shot <= 12; shot++)
        {
            bench.Shoot(shot, bench.Profile.Caps.DepthMinUm * 2, doseNl);
            Assert.InRange(bench.Imbalance(), -BalanceNl, BalanceNl);
        }

        bench.Plant.InsertCartridge();
        bench.Prime();
        bench.Shoot(13, bench.Profile.Caps.DepthMinUm * 2, doseNl);
        bench.Step(5000);

        Assert.InRange(bench.Imbalance(), -BalanceNl, BalanceNl);
        Assert.Equal((long)Math.Round(bench.Plant.OutNl), bench.Truth.Volume());
    }

    [Theory]
    [InlineData("pen-1", 500, 1_000)]
    [InlineData("pen-1", 4_000, 20_000)]
    [InlineData("pen-1", 13_000, 200_000)]
    [InlineData("gun-5", 250, 5_000)]
    [InlineData("gun-5", 1_000, 20_000)]
    [InlineData("gun-5", 6_000, 100_000)]
    [InlineData("gun-9", 500, 10_000)]
    [InlineData("gun-9", 4_000, 200_000)]
    [Trait("Requirement", "SR-156")]
    public void Shot_of_a_sound_device_is_true_to_its_encoders_within_the_tolerance(string profile, int depthUm, int doseNl)
    {
        // Aim: the tolerance that the profile states holds, shot by shot, at the corners of the caps.
        Bench bench = new(profile);
        bench.Prime();
        for (uint shot = 1; shot <= 5; shot++)
        {
            bench.Shoot(shot, depthUm, doseNl);
            JsonElement line = bench.Shot(shot);
            ShotTolerance tolerance = bench.Profile.Tolerance;
            Assert.InRange(line.Number("depth_um"), depthUm - tolerance.DepthUm, depthUm);
            Assert.InRange(line.Number("volume_nl"), doseNl - tolerance.VolumeNl(doseNl), doseNl + tolerance.VolumeNl(doseNl));
        }
    }

    [Theory]
    [InlineData("pen-1")]
    [InlineData("gun-5")]
    [InlineData("gun-9")]
    public void Pressure_in_steady_flow_is_that_of_Hagen_and_Poiseuille(string profile)
    {
        // Aim: the line's pressure at the profile's flow lies within 2 % of 128·µ·L·Q / (n·π·d⁴), computed here in SI units.
        Bench bench = new(profile);
        bench.Prime();
        HeadConstants head = bench.Profile.Plant.Head;
        double flow = bench.Profile.Mechanics.FlowNlPerS * 1e-12 / bench.Profile.Needles;
        double bore = head.BoreUm * 1e-6;
        double expectedKpa = 128 * bench.Profile.Plant.ViscosityUpas * 1e-6 * head.LengthUm * 1e-6 * flow / (Math.PI * Math.Pow(bore, 4)) / 1000;

        bench.Push(bench.Profile.Mechanics.FlowNlPerS);
        bench.Step(900);

        Assert.InRange(bench.Plant.PressureKpa, expectedKpa * 0.98, expectedKpa * 1.02);
    }

    [Fact]
    public void Fluid_follows_the_plunger_late_and_drips_after_it_stopped()
    {
        // Aim: rubber and line give way: while the plunger starts less leaves than it displaced, and after it stopped the rest follows.
        Bench bench = new();
        bench.Prime();
        double before = bench.Plant.OutNl;

        bench.Push(20_000);
        bench.Until(() => bench.Plant.PlungerMoving);
        bench.Until(() => !bench.Plant.PlungerMoving);
        double atStop = bench.Plant.OutNl - before;
        bench.Step(2000);
        double settled = bench.Plant.OutNl - before;

        Assert.InRange(atStop, 10_000, 19_000);
        Assert.InRange(settled, 19_990, 20_010);
        Assert.True(bench.Plant.AtRest);
    }

    [Fact]
    public void Drop_that_follows_a_needle_home_stands_in_a_line_of_its_own()
    {
        // Aim: what leaves after a stroke's line is written is not lost to the account: a drip line names the shot it follows.
        Bench bench = new();
        bench.Prime();
        bench.Shoot(7, 1000, 20_000);
        bench.Step(2000);

        JsonElement drip = Assert.Single(bench.Truth, line => line.Has("drip_nl") && line.Number("after_shot") == 7);
        Assert.InRange(drip.Number("drip_nl"), 200, 300);
        Assert.InRange(bench.Shot(7).Number("volume_nl") + drip.Number("drip_nl"), 19_999, 20_001);
    }

    [Fact]
    public void Occlusion_raises_the_pressure_over_the_device_s_limit()
    {
        // Aim: with the bores blocked nothing leaves, the pressure passes what the profile calls an occlusion, and the motor stalls in the end.
        Bench bench = new();
        bench.Prime();
        double before = bench.Plant.OutNl;
        bench.Plant.Defects.Occluded = true;

        bench.Push(20_000);
        bench.Step(200);

        Assert.Equal(before, bench.Plant.OutNl);
        Assert.InRange(bench.PeakKpa, bench.Profile.Mechanics.OcclusionKpa + 1, bench.Profile.Plant.Plunger.StallKpa + 100);
        long stood = bench.Plant.PlungerSteps;
        bench.Push(100_000);
        bench.Step(1000);
        Assert.InRange(bench.Plant.PlungerSteps, stood, stood + (100_000 * 20 / 1000) - 1);
        Assert.InRange(bench.PeakKpa, 3_990, 4_100);
    }

    [Fact]
    public void Halted_plunger_stands_within_a_millisecond()
    {
        // Aim: a halt at full flow moves no more than the stop time allows.
        Bench bench = new();
        bench.Prime();
        bench.Push(100_000);
        bench.Step(50);
        long halted = bench.Plant.PlungerSteps;

        bench.Plant.HaltPlunger();
        bench.Step(2);
        long stood = bench.Plant.PlungerSteps;
        bench.Step(50);

        Assert.InRange(stood - halted, 0, 16);
        Assert.Equal(stood, bench.Plant.PlungerSteps);
        Assert.False(bench.Plant.PlungerMoving);
    }

    [Theory]
    [InlineData("pen-1")]
    [InlineData("gun-5")]
    [InlineData("gun-9")]
    public void Needle_is_home_from_the_deepest_point_within_the_retract_time(string profile)
    {
        // Aim: retract_ms_max, which safety times are measured against, is true of the machine.
        Bench bench = new(profile);
        bench.Plant.DriveNeedle(bench.Profile.Caps.DepthMaxUm, bench.Profile.Mechanics.NeedleOutUmPerS);
        bench.Until(() => bench.Plant.NeedleUm == bench.Profile.Caps.DepthMaxUm);
        long from = bench.Plant.Ms;

        bench.Plant.DriveNeedle(0, bench.Profile.Mechanics.NeedleBackUmPerS);
        bench.Until(() => bench.Plant.NeedleUm == 0);

        Assert.InRange(bench.Plant.Ms - from, 1, bench.Profile.Mechanics.RetractMsMax);
    }

    [Fact]
    public void Needle_follows_its_acceleration_and_never_passes_its_target()
    {
        // Aim: the trapezoid: v²/a more than the constant-speed time would say, and no overshoot on the way.
        Bench bench = new();
        const int DepthUm = 3000;
        bench.Plant.DriveNeedle(DepthUm, 60_000);
        long from = bench.Plant.Ms;
        int deepest = 0;
        bench.Until(() =>
        {
            deepest = Math.Max(deepest, bench.Plant.NeedleUm);
            return bench.Plant.NeedleUm == DepthUm;
        });

        // 3 mm at 60 mm/s, and one more v/a for speeding up and slowing down.
        Assert.InRange(bench.Plant.Ms - from, 50 + 6 - 1, 50 + 6 + 2);
        Assert.Equal(DepthUm, deepest);
    }

    [Fact]
    public void Tip_lags_by_the_backlash_outwards_and_lost_steps_show_in_the_encoder()
    {
        // Aim: encoder and tip differ by the play alone; a lost step is seen by the encoder, and the stop at home makes the count true again.
        Bench bench = new();
        bench.Plant.DriveNeedle(1000, 60_000);
        bench.Step(100);
        Assert.Equal(1000, bench.Plant.NeedleUm);
        Assert.Equal(980, bench.Plant.TipUm);

        bench.Plant.Defects.LoseNeedleSteps(40);
        bench.Step(1);
        Assert.Equal(960, bench.Plant.NeedleUm);
        bench.Plant.DriveNeedle(0, 80_000);
        bench.Step(100);
        bench.Plant.DriveNeedle(1000, 60_000);
        bench.Step(100);
        Assert.Equal(1000, bench.Plant.NeedleUm);
    }

    [Fact]
    public void Contact_needs_the_site_s_press()
    {
        // Aim: a touch lighter than the site needs is no contact, and a lifted head has none whatever the press.
        Bench bench = new();
        int least = bench.Plant.Site.ContactMinMn;
        bench.Plant.PressMn = least - 1;
        Assert.False(bench.Plant.Contact);
        bench.Plant.PressMn = least;
        Assert.True(bench.Plant.Contact);
        bench.Plant.Defects.Lifted = true;
        Assert.False(bench.Plant.Contact);
    }

    [Fact]
    public void Plunger_stands_on_the_bottom_of_the_cartridge()
    {
        // Aim: an empty cartridge gives nothing more, and the encoder does not pass its end.
        Bench bench = new();
        bench.Push(6_000_000);
        bench.Step(8000);

        Assert.Equal(bench.Plant.PlungerEndSteps, bench.Plant.PlungerSteps);
        Assert.InRange(bench.Plant.CartridgeNl, 0, 0.001);
        Assert.InRange(bench.Imbalance(), -BalanceNl, BalanceNl);
    }

    [Fact]
    public void Line_after_a_cartridge_change_holds_air_that_leaves_first()
    {
        // Aim: a prime smaller than the dead space brings no fluid; the truth says how much was air.
        Bench bench = new();
        bench.Push(10_000);
        bench.Step(2000);

        JsonElement prime = Assert.Single(bench.Truth, line => line.Has("prime_nl"));
        Assert.Equal(0, prime.Number("prime_nl"));
        Assert.InRange(prime.Number("air_nl"), 9_800, 10_000);
    }

    [Fact]
    public void Label_without_a_movement_is_closed_as_nothing()
    {
        // Aim: a shot that the firmware began and gave up before the needle moved has its line too.
        Bench bench = new();
        bench.Plant.TraceShot(3);
        bench.Step(200);

        Assert.Equal(0, bench.Shot(3).Number("depth_um"));
        Assert.Equal(0, bench.Shot(3).Number("volume_nl"));
    }

    [Fact]
    public void Needle_out_without_a_label_is_an_excursion_and_no_shot()
    {
        // Aim: self-test and calibration moves cannot be taken for shots.
        Bench bench = new();
        bench.Plant.DriveNeedle(500, 60_000);
        bench.Step(50);
        bench.Plant.DriveNeedle(0, 80_000);
        bench.Step(50);

        Assert.Equal(480, Assert.Single(bench.Truth, line => line.Has("excursion_um")).Number("excursion_um"));
        Assert.DoesNotContain(bench.Truth, line => line.Has("depth_um"));
    }

    [Fact]
    public void Instants_that_safety_depends_on_have_their_lines()
    {
        // Aim: plunger moving and still, needle out and home, in order, each in the millisecond in which it happened.
        Bench bench = new();
        bench.Prime();
        bench.Truth.Clear();
        bench.Shoot(1, 1000, 20_000);

        string[] events = [.. bench.Truth.Where(line => line.Has("event")).Select(line => line.GetProperty("event").GetString()!)];
        Assert.Equal(["needle_out", "plunger_moves", "plunger_still", "needle_home"], events);
        long[] times = [.. bench.Truth.Where(line => line.Has("event")).Select(line => line.Number("t_ms"))];
        Assert.Equal(times.Order(), times);
        Assert.InRange(times[2] - times[1], 25, 28);
    }

    [Fact]
    [Trait("Requirement", "SR-150")]
    public void Overfeed_and_overreach_are_seen_by_the_truth_and_not_by_the_encoders()
    {
        // Aim: the two faults that judges are tested with: more and deeper than any encoder says.
        Bench bench = new();
        bench.Prime();
        bench.Plant.Defects.OverfeedPermille = 500;
        bench.Plant.Defects.OverreachPermille = 300;
        bench.Shoot(1, 1000, 20_000);

        Assert.InRange(bench.Shot(1).Number("volume_nl"), 29_500, 30_500);
        Assert.InRange(bench.Shot(1).Number("depth_um"), 1270, 1300);
    }

    [Fact]
    public void Power_cut_leaves_both_axes_where_they_are()
    {
        // Aim: without power nothing moves on, and what the line holds under pressure still comes out.
        Bench bench = new();
        bench.Prime();
        bench.Plant.PressMn = 5000;
        bench.Plant.TraceShot(1);
        bench.Plant.DriveNeedle(1000, 60_000);
        bench.Step(60);
        bench.Push(20_000);
        bench.Step(10);
        (int needle, long plunger) = (bench.Plant.NeedleUm, bench.Plant.PlungerSteps);

        bench.Plant.CutPower();
        bench.Step(500);

        Assert.Equal((needle, plunger), (bench.Plant.NeedleUm, bench.Plant.PlungerSteps));
        Assert.False(bench.Plant.Lamp.Armed);
        Assert.InRange(bench.Plant.PressureKpa, 0, bench.Plant.Site.BackPressureKpa);
    }
}
