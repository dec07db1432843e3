namespace MesoPen.Gpio.Tests.Motion;

/// <summary>Steps as they stand on the lines.</summary>
[Trait("Needs", "chip")]
public sealed class StepAxisTests
{
    [Fact]
    public void Drive_makes_its_steps_and_no_more()
    {
        // Aim: count and lines agree, forward and back, and the way is on its line before the step.
        using var bench = new AxisBench(1000, 1000, 1);
        bench.Drive(120, 1000);
        bench.Run();
        Assert.Equal(120, bench.Motor);
        Assert.Equal(120, bench.Axis.Steps);
        bench.Drive(-30, 1000);
        bench.Run();
        Assert.Equal(-30, bench.Motor);
        Assert.Equal(270, bench.Steps.Count);
        Assert.False(bench.Axis.Busy);
    }

    [Fact]
    public void Steps_are_never_closer_than_the_rate()
    {
        // Aim: a thread that slept makes its steps later, never in a burst that no motor follows.
        using var bench = new AxisBench(1000, 1000, 1);
        bench.Drive(60, 1000);
        bench.Run(() => bench.Steps.Count == 20);
        bench.Oversleep(50_000_000);
        bench.Run();
        Assert.Equal(60, bench.Motor);
        Assert.All(bench.Steps.Zip(bench.Steps.Skip(1)), pair => Assert.True(pair.Second.AtNs - pair.First.AtNs >= 1_000_000));
    }

    [Fact]
    public void Rate_goes_up_and_down_a_ramp()
    {
        // Aim: starts and ends at the rate at which it may start and stop at once, reaches its highest between, and no interval
        // changes by more than the
        // acceleration allows: v² grows by 2a a step.
        using var bench = new AxisBench(500, 5000, 500_000);
        bench.Drive(200, 5000);
        bench.Run();
        Assert.Equal(200, bench.Motor);
        double[] rates = [.. bench.Steps.Zip(bench.Steps.Skip(1), (a, b) => 1e9 / (b.AtNs - a.AtNs))];
        Assert.InRange(rates[0], 400, 600);
        Assert.InRange(rates.Max(), 4900, 5010);
        Assert.InRange(rates[^1], 400, 1200);
        Assert.All(rates.Zip(rates.Skip(1)), pair => Assert.InRange(Math.Abs((pair.Second * pair.Second) - (pair.First * pair.First)), 0, 1_010_000));
    }

    [Fact]
    public void Halt_below_the_starting_rate_is_at_once()
    {
        // Aim: the plunger: not one step after a halt.
        using var bench = new AxisBench(5000, 5000, 1);
        bench.Drive(1000, 5000);
        bench.Run(() => bench.Steps.Count == 77);
        bench.Axis.Halt();
        bench.Run();
        Assert.Equal(77, bench.Motor);
    }

    [Fact]
    public void Turn_about_brakes_first()
    {
        // Aim: a needle that is called back at full speed slows down, turns and comes back to its place.
        using var bench = new AxisBench(500, 5000, 500_000);
        bench.Drive(400, 5000);
        bench.Run(() => bench.Steps.Count == 100);
        bench.Drive(0, 5000);
        bench.Run();
        Assert.Equal(0, bench.Motor);
        long furthest = bench.Steps.TakeWhile(step => step.Way > 0).Count();
        // v²/2a = 25 steps from 5000 steps/s at 500 000 steps/s².
        Assert.InRange(furthest, 120, 130);
    }

    [Fact]
    public void Nothing_moves_without_power()
    {
        // Aim: a drive that loses its power makes no step more, and what it was to do is not done when the power comes back.
        using var bench = new AxisBench(1000, 1000, 1);
        bench.Drive(100, 1000);
        bench.Run(() => bench.Steps.Count == 10);
        bench.Enable.Drop();
        bench.Run();
        Assert.Equal(10, bench.Motor);
        bench.Enable.Raise();
        bench.Run();
        Assert.Equal(10, bench.Motor);
        Assert.Equal(10, bench.Axis.Steps);
    }

    [Fact]
    public void First_step_waits_until_the_drive_is_awake()
    {
        // Aim: a driver that wakes for a millisecond would lose the first steps.
        using var bench = new AxisBench(1000, 1000, 1);
        long begun = bench.NowNs;
        bench.Drive(1, 1000);
        bench.Run();
        Assert.True(bench.Steps[0].AtNs - begun >= 1_000_000);
    }

    [Fact]
    public void Home_is_where_the_switch_says()
    {
        // Aim: a count that is wrong by what was lost on the way is made right by the switch, which closes two steps before home.
        using var bench = new AxisBench(1000, 1000, 1, begin: 200, homeClosesAt: 2);
        bench.Drive(0, 1000);
        bench.Run(() =>
        {
            bench.Home(bench.Motor <= -150);
            return false;
        });
        Assert.Equal(0, bench.Axis.Steps);
        Assert.InRange(bench.Motor, -153, -151);
    }

    [Fact]
    public void Search_for_home_ends_when_no_switch_closes()
    {
        // Aim: a broken switch does not turn the drive for ever; the count then says that something is wrong.
        using var bench = new AxisBench(1000, 1000, 1, begin: 50, homeClosesAt: 2, beyond: 30);
        bench.Drive(0, 1000);
        bench.Run();
        Assert.Equal(-30, bench.Axis.Steps);
        Assert.Equal(-80, bench.Motor);
    }
}
