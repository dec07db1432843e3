using System.Device.Gpio;
using System.Device.Gpio.Drivers;
using MesoPen.Gpio.Tests.Boards;
using MesoPen.Gpio.Tests.Chips;

namespace MesoPen.Gpio.Tests.Stops;

/// <summary>The stop button on its line, with the plunger's drive running.</summary>
[Trait("Needs", "chip")]
public sealed class StopButtonTests : IDisposable
{
    private const int Instants = 100;
    private const int StepsPerS = 1000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly BoardText _text = new();
    private readonly Board _board;
    private readonly SimulatedChip _chip;
    private readonly GpioController _pins;
    private readonly AxesFile _axes;
    private readonly Panel _panel = new(null);
    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public StopButtonTests()
    {
        _board = _text.Open();
        _chip = new SimulatedChip("pinctrl-bcm2711", 28);
        _pins = new GpioController(new LibGpiodDriver(_chip.Number));
        _axes = AxesFile.Open(_file, 0, 0);
    }

    public void Dispose()
    {
        _pins.Dispose();
        _chip.Dispose();
        _axes.Dispose();
        _panel.Dispose();
        _text.Dispose();
        File.Delete(_file);
    }

    [Fact]
    public void Edge_halts_the_plunger_without_any_tick()
    {
        // Aim: at random instants (seed 7) the edge alone ends the plunger's steps, though the firmware does not tick at all, and
        // the next tick drops the power.
        using PinActuators actuators = Begin();
        var random = new Random(7);
        for (int i = 0; i < Instants; i++)
        {
            actuators.DrivePlunger(actuators.PlungerSteps + 100_000, StepsPerS);
            Assert.True(Enabled);
            long atLeast = actuators.PlungerSteps + random.Next(1, 20);
            Until(() => actuators.PlungerSteps >= atLeast);
            Pull(LineRole.Stop, active: true);
            long before = actuators.PlungerSteps;
            Until(() => Stands(actuators));
            // 20 ms to plunger still: hardware/protocol.md, section 7.
            Assert.InRange(actuators.PlungerSteps - before, 0, 20 * StepsPerS / 1000);
            actuators.BeforeTick();
            Assert.True(actuators.StopButton);
            actuators.AfterTick();
            Assert.False(Enabled);
            Pull(LineRole.Stop, active: false);
            actuators.BeforeTick();
            actuators.BeforeTick();
            Assert.False(actuators.StopButton);
        }
    }

    [Fact]
    public void Level_alone_is_a_stop()
    {
        // Aim: a button that was pressed before anybody listened for edges, as one whose edges have died: the level counts, and
        // the plunger takes no order.
        using PinActuators actuators = Begin(stop: true);
        actuators.BeforeTick();
        actuators.BeforeTick();
        Assert.True(actuators.StopButton);
        actuators.DrivePlunger(actuators.PlungerSteps + 100, StepsPerS);
        Assert.False(Enabled);
    }

    [Fact]
    public void Press_between_two_ticks_is_a_stop()
    {
        // Aim: a press that is over before the next look at the level is heard by its edge.
        using PinActuators actuators = Begin();
        actuators.BeforeTick();
        Assert.False(actuators.StopButton);
        actuators.DrivePlunger(actuators.PlungerSteps + 100_000, StepsPerS);
        Pull(LineRole.Stop, active: true);
        Until(() => Stands(actuators));
        Pull(LineRole.Stop, active: false);
        actuators.BeforeTick();
        Assert.True(actuators.StopButton);
    }

    [Fact]
    public void Trigger_released_between_two_ticks_is_released()
    {
        // Aim: release and press again within a tick are two presses, not one that goes on.
        using PinActuators actuators = Begin();
        Pull(LineRole.Trigger, active: true);
        Assert.True(actuators.Trigger);
        Pull(LineRole.Trigger, active: false);
        Until(() => !actuators.Trigger);
        Pull(LineRole.Trigger, active: true);
        Until(() => actuators.Trigger);
    }

    /// <summary>
    /// The switches at rest. They are set once the lines are inputs: a simulated line takes the chip's own resistor for a switch, and what that did is no edge of a button.
    /// </summary>
    private PinActuators Begin(bool stop = false)
    {
        var actuators = new PinActuators(_board, _pins, _axes, _panel, NowNs, _ => { });
        Pull(LineRole.NeedleHome, active: true);
        Pull(LineRole.Trigger, active: false);
        Pull(LineRole.Stop, active: stop);
        actuators.BeforeTick();
        return actuators;
    }

    private static long NowNs() => (long)(TimeProvider.System.GetTimestamp() * (1e9 / TimeProvider.System.TimestampFrequency));

    private bool Enabled => _chip.Value(_board.Lines[LineRole.Enable].Pin);

    private static bool Stands(PinActuators actuators)
    {
        long steps = actuators.PlungerSteps;
        Posix.WaitReadable(-1, 5_000_000);
        return actuators.PlungerSteps == steps;
    }

    private static void Until(Func<bool> seen)
    {
        long from = TimeProvider.System.GetTimestamp();
        while (!seen())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(from) < Patience, "It did not come about.");
            Posix.WaitReadable(-1, 200_000);
        }
    }

    private void Pull(string role, bool active) => _chip.Pull(_board.Lines[role].Pin, active == _board.Lines[role].ActiveHigh);
}
