using System.Device.Gpio;
using System.Device.Gpio.Drivers;
using MesoPen.Gpio.Tests.Chips;

namespace MesoPen.Gpio.Tests.Boards;

/// <summary>Lines that somebody else holds.</summary>
[Trait("Needs", "chip")]
public sealed class LinesInUseTests : IDisposable
{
    private readonly BoardText _text = new();

    public void Dispose() => _text.Dispose();

    [Fact]
    public void Line_in_use_is_refused_and_its_holder_named()
    {
        // Aim: file, line, pin, role and who, while not one line of the board was requested.
        Board board = _text.Open();
        using var chip = new SimulatedChip("pinctrl-bcm2711", 28, new Dictionary<int, string> { [22] = "somebody-else" });
        int number = ChipInspection.Find(board);
        Assert.Equal(chip.Number, number);
        var refused = Assert.Throws<BoardException>(() => ChipInspection.RequireFree(board, number));
        Assert.Equal($"{board.Lines[LineRole.PlungerStep].Place}: pin 22 (plunger_step) is in use by 'somebody-else'; end that first.", refused.Message);
        using var pins = new GpioController(new LibGpiodDriver(number));
        foreach (BoardLine line in board.Lines.Values.Where(line => line.Pin != 22))
        {
            _ = pins.OpenPin(line.Pin, PinMode.Input);
        }
    }

    [Fact]
    public void Free_lines_pass()
    {
        // Aim: the check above can say yes.
        Board board = _text.Open();
        using var chip = new SimulatedChip("pinctrl-rp1", 28);
        ChipInspection.RequireFree(board, ChipInspection.Find(board));
    }

    [Fact]
    public void Chip_of_another_label_is_not_taken()
    {
        // Aim: the wrong chip's pins are nobody's business; what is there is said.
        Board board = _text.Open();
        using var chip = new SimulatedChip("some-expander", 28);
        var refused = Assert.Throws<BoardException>(() => ChipInspection.Find(board));
        Assert.Contains("no chip pinctrl-bcm2711 or pinctrl-rp1; it has some-expander", refused.Message, StringComparison.Ordinal);
    }
}
