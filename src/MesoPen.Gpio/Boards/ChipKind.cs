namespace MesoPen.Gpio;

/// <summary>A GPIO chip that boards may be written for, by the label that its driver gives it.</summary>
/// <param name="Label">The label.</param>
/// <param name="First">First and last pin of the header.</param>
/// <param name="Last">See <paramref name="First"/>.</param>
/// <param name="Strapping">Pins that something else reads or drives while the computer starts, and what that is.</param>
/// <param name="LastPulledUp">Pins up to this one are pulled up from power-on until a program takes them; those after it are
/// pulled down.</param>
internal sealed record ChipKind(string Label, int First, int Last, IReadOnlyDictionary<int, string> Strapping, int LastPulledUp)
{
    // BCM2711 ARM Peripherals, table 94 (pulls at reset); Raspberry Pi documentation, "GPIO and the 40-pin header" (the HAT's
    // memory, the console).
    private static readonly Dictionary<int, string> Header = new()
    {
        [0] = "the boot loader reads a HAT's memory over it (ID_SD)",
        [1] = "the boot loader reads a HAT's memory over it (ID_SC)",
        [14] = "the boot loader and the console write to it (TXD0)",
        [15] = "it is the console's input (RXD0)",
    };

    /// <summary>The chips known.</summary>
    internal static IReadOnlyList<ChipKind> All { get; } =
    [
        new("pinctrl-bcm2835", 0, 27, Header, 8),
        new("pinctrl-bcm2711", 0, 27, Header, 8),
        new("pinctrl-rp1", 0, 27, Header, 8),
    ];

    /// <summary>The chip of a label; null if none is known.</summary>
    internal static ChipKind? Of(string label) => All.FirstOrDefault(kind => kind.Label == label);
}
