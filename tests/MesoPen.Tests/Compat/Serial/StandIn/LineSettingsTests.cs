using System.IO.Ports;
using System.IO.Ports.Native;

namespace MesoPen.Tests.Compat.Serial.StandIn;

/// <summary>The kernel's flags for each setting. A pseudo-terminal forgets parity and data bits, so these are looked at before they leave.</summary>
public sealed class LineSettingsTests
{
    // asm-generic/termbits.h, typed again from there and not taken from the code under test.
    private const uint ParityEnabled = 0x100;
    private const uint ParityIsOdd = 0x200;
    private const uint ParityIsStuck = 0x4000_0000;
    private const uint HangUpOnClose = 0x400;
    private const uint ReceiverOn = 0x80;
    private const uint NoModemControl = 0x800;

    private static readonly LineSettings s_plain = new(9600, Parity.None, 8, StopBits.One, Handshake.None, ParityReplace: 63);

    [Theory]
    [InlineData(Parity.None, 0u)]
    [InlineData(Parity.Odd, ParityEnabled | ParityIsOdd)]
    [InlineData(Parity.Even, ParityEnabled)]
    [InlineData(Parity.Mark, ParityEnabled | ParityIsStuck | ParityIsOdd)]
    [InlineData(Parity.Space, ParityEnabled | ParityIsStuck)]
    public void Parity_has_its_flags(Parity parity, uint expected)
    {
        // Aim: termios(3): mark is CMSPAR with PARODD, space CMSPAR without.
        Assert.Equal(expected, Flags(s_plain with { Parity = parity }).ControlFlags & (ParityEnabled | ParityIsOdd | ParityIsStuck));
    }

    [Theory]
    [InlineData(5, 0x00u)]
    [InlineData(6, 0x10u)]
    [InlineData(7, 0x20u)]
    [InlineData(8, 0x30u)]
    public void DataBits_have_their_flags(int bits, uint expected)
    {
        // Aim: CS5 to CS8.
        Assert.Equal(expected, Flags(s_plain with { DataBits = bits }).ControlFlags & 0x30);
    }

    [Theory]
    [InlineData(StopBits.One, 0x00u)]
    [InlineData(StopBits.Two, 0x40u)]
    [InlineData(StopBits.OnePointFive, 0x40u)]
    public void StopBits_have_their_flag(StopBits bits, uint expected)
    {
        // Aim: CSTOPB; with five data bits a UART makes one and a half of it.
        Assert.Equal(expected, Flags(s_plain with { DataBits = 5, StopBits = bits }).ControlFlags & 0x40);
    }

    [Theory]
    [InlineData(9_600, 0x0Du)]
    [InlineData(38_400, 0x0Fu)]
    [InlineData(57_600, 0x1001u)]
    [InlineData(115_200, 0x1002u)]
    [InlineData(4_000_000, 0x100Fu)]
    [InlineData(250_000, 0x1000u)]
    public void BaudRate_has_its_code_or_is_a_number(int rate, uint expected)
    {
        // Aim: B9600, B38400, B57600, B115200, B4000000 and BOTHER; the number stands beside them in any case.
        Termios2 termios = Flags(s_plain with { BaudRate = rate });

        Assert.Equal(expected, termios.ControlFlags & 0x100F);
        Assert.Equal(((uint)rate, (uint)rate), (termios.InputSpeed, termios.OutputSpeed));
    }

    [Fact]
    public void Flags_that_are_nobodys_stay()
    {
        // Aim: HUPCL is left as it was; receiver on, modem lines not waited for; everything cooked is gone.
        Termios2 termios = new() { ControlFlags = HangUpOnClose | ParityEnabled, InputFlags = uint.MaxValue, OutputFlags = 5, LocalFlags = 0x8A3B };

        s_plain.ApplyTo(ref termios);

        Assert.Equal(HangUpOnClose | ReceiverOn | NoModemControl, termios.ControlFlags & (HangUpOnClose | ReceiverOn | NoModemControl | ParityEnabled));
        Assert.Equal((0u, 0u, 0u), (termios.InputFlags, termios.OutputFlags, termios.LocalFlags));
    }

    [Theory]
    [InlineData(Parity.None, 63, 0u)]
    [InlineData(Parity.Even, 63, 0x18u)]
    [InlineData(Parity.Even, 0, 0u)]
    public void Errors_are_marked_when_they_are_to_be_replaced(Parity parity, byte replace, uint expected)
    {
        // Aim: documented: a null replacement byte disables replacement. PARMRK and INPCK go together.
        Assert.Equal(expected, Flags(s_plain with { Parity = parity, ParityReplace = replace }).InputFlags);
    }

    [Fact]
    public void Structures_have_the_kernels_size()
    {
        // Aim: a field too many would overwrite the stack.
        Assert.Equal(44, System.Runtime.InteropServices.Marshal.SizeOf<Termios2>());
        Assert.Equal(8, System.Runtime.InteropServices.Marshal.SizeOf<PollEntry>());
        Assert.Equal(80, System.Runtime.InteropServices.Marshal.SizeOf<LineCounters>());
        Assert.Equal(16, System.Runtime.InteropServices.Marshal.SizeOf<EpollEntry>());
    }

    private static Termios2 Flags(LineSettings settings)
    {
        Termios2 termios = default;
        settings.ApplyTo(ref termios);
        return termios;
    }
}
