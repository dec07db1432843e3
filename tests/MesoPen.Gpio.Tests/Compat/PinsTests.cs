using System.Device.Gpio;
using System.Device.Gpio.Drivers;
using MesoPen.Gpio.Tests.Chips;

namespace MesoPen.Gpio.Tests.Compat;

/// <summary>Pins of a simulated chip through the package's words.</summary>
[Trait("Needs", "chip")]
public sealed class PinsTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    private readonly SimulatedChip _chip = new("compat", 32);
    private readonly GpioController _pins;

    public PinsTests() => _pins = new GpioController(new LibGpiodDriver(_chip.Number));

    public void Dispose()
    {
        _pins.Dispose();
        _chip.Dispose();
    }

    [Fact]
    public void Outputs_show_on_their_lines_and_on_no_other()
    {
        // Aim: all patterns of four outputs among 32 lines; a bit in the wrong place shows.
        Assert.Equal(32, _pins.PinCount);
        int[] outputs = [0, 5, 17, 31];
        foreach (int pin in outputs)
        {
            _ = _pins.OpenPin(pin, PinMode.Output, PinValue.Low);
        }

        for (int pattern = 0; pattern < 16; pattern++)
        {
            for (int i = 0; i < outputs.Length; i++)
            {
                _pins.Write(outputs[i], (pattern >> i) & 1);
            }

            for (int line = 0; line < 32; line++)
            {
                int at = Array.IndexOf(outputs, line);
                Assert.Equal(at >= 0 && ((pattern >> at) & 1) == 1, _chip.Value(line));
            }
        }
    }

    [Fact]
    public void Output_begins_with_its_initial_value()
    {
        // Aim: an enable line that begins high for a moment would enable a motor.
        _ = _pins.OpenPin(3, PinMode.Output, PinValue.High);
        Assert.True(_chip.Value(3));
        Assert.Equal(PinMode.Output, _pins.GetPinMode(3));
        _pins.Toggle(3);
        Assert.False(_chip.Value(3));
        _pins.Write(4 - 1, PinValue.High);
        Assert.Equal(PinValue.High, _pins.Read(3));
    }

    [Fact]
    public void Value_written_to_an_input_is_what_it_becomes_an_output_with()
    {
        // Aim: documented since 1.5.
        _ = _pins.OpenPin(6, PinMode.Input);
        _pins.Write(6, PinValue.High);
        Assert.False(_chip.Value(6));
        _pins.SetPinMode(6, PinMode.Output);
        Assert.True(_chip.Value(6));
    }

    [Fact]
    public void Inputs_follow_their_lines_and_the_chips_own_resistors()
    {
        // Aim: level reading, and both pulls.
        _ = _pins.OpenPin(8, PinMode.Input);
        _chip.Pull(8, up: true);
        Assert.Equal(PinValue.High, _pins.Read(8));
        _chip.Pull(8, up: false);
        Assert.Equal(PinValue.Low, _pins.Read(8));
        _ = _pins.OpenPin(9, PinMode.InputPullUp);
        Assert.Equal(PinValue.High, _pins.Read(9));
        _pins.SetPinMode(9, PinMode.InputPullDown);
        Assert.Equal(PinValue.Low, _pins.Read(9));
    }

    [Fact]
    public void Line_is_free_again_when_its_pin_closes()
    {
        // Aim: and the output's level is gone with it: what a process holds, nobody holds after it.
        _ = _pins.OpenPin(10, PinMode.Output, PinValue.High);
        Assert.True(_pins.IsPinOpen(10));
        using (var other = new GpioController(new LibGpiodDriver(_chip.Number)))
        {
            _ = Assert.ThrowsAny<Exception>(() => other.OpenPin(10));
        }

        _pins.ClosePin(10);
        Assert.False(_pins.IsPinOpen(10));
        Assert.False(_chip.Value(10));
        using (var other = new GpioController(new LibGpiodDriver(_chip.Number)))
        {
            _ = other.OpenPin(10, PinMode.Output, PinValue.Low);
        }
    }

    [Fact]
    public void Pin_that_is_not_open_is_refused()
    {
        // Aim: InvalidOperationException, as documented.
        _ = Assert.Throws<InvalidOperationException>(() => _pins.Read(11));
        _ = Assert.Throws<InvalidOperationException>(() => _pins.Write(11, PinValue.High));
        _ = Assert.Throws<InvalidOperationException>(() => _pins.ClosePin(11));
    }

    [Fact]
    public void Every_edge_reaches_its_handler_in_order()
    {
        // Aim: five hundred edges, none lost, none of the other kind. Each is waited for: the simulated line itself merges edges
        // that come closer together.
        GpioPin pin = _pins.OpenPin(12, PinMode.Input);
        using var come = new SemaphoreSlim(0);
        var seen = new List<PinEventTypes>();
        void Note(object sender, PinValueChangedEventArgs args)
        {
            seen.Add(args.PinNumber == 12 ? args.ChangeType : PinEventTypes.None);
            _ = come.Release();
        }

        pin.ValueChanged += Note;
        for (int i = 0; i < 500; i++)
        {
            _chip.Pull(12, up: i % 2 == 0);
            Assert.True(come.Wait(Long), $"Edge {i} did not come.");
        }

        pin.ValueChanged -= Note;
        Assert.Equal(Enumerable.Range(0, 500).Select(i => i % 2 == 0 ? PinEventTypes.Rising : PinEventTypes.Falling), seen);
        _chip.Pull(12, up: true);
        Assert.False(come.Wait(TimeSpan.FromMilliseconds(50)));
    }

    [Fact]
    public void Handlers_get_the_kind_of_edge_that_they_asked_for()
    {
        // Aim: two handlers on one pin, and a second pin that stays silent.
        _ = _pins.OpenPin(13, PinMode.Input);
        _ = _pins.OpenPin(14, PinMode.Input);
        using var falls = new SemaphoreSlim(0);
        using var rises = new SemaphoreSlim(0);
        int others = 0;
        _pins.RegisterCallbackForPinValueChangedEvent(13, PinEventTypes.Falling, (_, _) => falls.Release());
        _pins.RegisterCallbackForPinValueChangedEvent(13, PinEventTypes.Rising, (_, _) => rises.Release());
        _pins.RegisterCallbackForPinValueChangedEvent(14, PinEventTypes.Rising, (_, _) => others++);
        for (int i = 0; i < 6; i++)
        {
            bool up = i % 2 == 0;
            _chip.Pull(13, up);
            Assert.True((up ? rises : falls).Wait(Long));
        }

        Assert.Equal((0, 0, 0), (falls.CurrentCount, rises.CurrentCount, others));
    }

    [Fact]
    public async Task Waiting_ends_with_the_edge_or_with_the_time()
    {
        // Aim: both ends, and that waiting leaves no handler behind.
        _ = _pins.OpenPin(15, PinMode.Input);
        WaitForEventResult none = _pins.WaitForEvent(15, PinEventTypes.Rising, TimeSpan.FromMilliseconds(30));
        Assert.True(none.TimedOut);
        Assert.Equal(PinEventTypes.None, none.EventTypes);
        ValueTask<WaitForEventResult> waiting = _pins.WaitForEventAsync(15, PinEventTypes.Rising, Long);
        while (!waiting.IsCompleted)
        {
            // Whether the other thread listens yet cannot be seen: edges until one is heard.
            _chip.Pull(15, up: true);
            _chip.Pull(15, up: false);
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }

        WaitForEventResult come = await waiting;
        Assert.False(come.TimedOut);
        Assert.Equal(PinEventTypes.Rising, come.EventTypes);
    }

    [Fact]
    public void Pin_closes_under_its_handlers()
    {
        // Aim: no thread reads a descriptor whose number may already be another's.
        for (int i = 0; i < 50; i++)
        {
            GpioPin pin = _pins.OpenPin(16, PinMode.Input);
            pin.ValueChanged += (_, _) => { };
            _chip.Pull(16, up: i % 2 == 0);
            _pins.ClosePin(16);
        }

        Assert.DoesNotContain(_pins.OpenPins, each => each.PinNumber == 16);
    }
}
