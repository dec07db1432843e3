using System.IO.Ports.Native;

namespace System.IO.Ports;

/// <summary>How the line is to be driven, and what that is in the kernel's flags (termios(3), asm-generic/termbits.h).</summary>
internal readonly record struct LineSettings(
    int BaudRate, Parity Parity, int DataBits, StopBits StopBits, Handshake Handshake, byte ParityReplace)
{
    private const uint MarkErrors = 0x0008;         // PARMRK
    private const uint CheckParity = 0x0010;        // INPCK
    private const uint XOnOutput = 0x0400;          // IXON
    private const uint XOnInput = 0x1000;           // IXOFF

    private const uint SpeedMask = 0x100F;          // CBAUD
    private const uint InputSpeedMask = SpeedMask << 16;
    private const uint SpeedAsNumber = 0x1000;      // BOTHER
    private const uint DataBitsMask = 0x0030;       // CSIZE; the value is the count of bits less five, shifted by four
    private const uint TwoStopBits = 0x0040;        // CSTOPB
    private const uint EnableReceiver = 0x0080;     // CREAD
    private const uint EnableParity = 0x0100;       // PARENB
    private const uint OddParity = 0x0200;          // PARODD
    private const uint IgnoreModemLines = 0x0800;   // CLOCAL
    private const uint StickParity = 0x4000_0000;   // CMSPAR
    private const uint HardwareFlow = 0x8000_0000;  // CRTSCTS

    private const int MinimumIndex = 6;             // VMIN
    private const int TimeIndex = 5;                // VTIME
    private const int XOnIndex = 8;                 // VSTART
    private const int XOffIndex = 9;                // VSTOP
    private const byte XOn = 0x11;
    private const byte XOff = 0x13;

    /// <summary>
    /// Whether the kernel marks bytes received with an error, so that they can be replaced. It then also doubles each 0xFF, and what is
    /// read must pass through <see cref="ReceiveFilter"/>.
    /// </summary>
    public bool MarksErrors => Parity != Parity.None && ParityReplace != 0;

    public bool UsesRequestToSend => Handshake is Handshake.RequestToSend or Handshake.RequestToSendXOnXOff;

    private bool UsesXOn => Handshake is Handshake.XOnXOff or Handshake.RequestToSendXOnXOff;

    /// <summary>Writes these settings, and raw transfer, into what the kernel reported; leaves alone what has no property (HUPCL).</summary>
    public void ApplyTo(ref Termios2 termios)
    {
        termios.InputFlags = (MarksErrors ? MarkErrors | CheckParity : 0) | (UsesXOn ? XOnOutput | XOnInput : 0);
        termios.OutputFlags = 0;
        termios.LocalFlags = 0;
        termios.LineDiscipline = 0;

        const uint Owned = SpeedMask | InputSpeedMask | DataBitsMask | TwoStopBits | EnableParity | OddParity | StickParity | HardwareFlow;
        termios.ControlFlags = (termios.ControlFlags & ~Owned) | EnableReceiver | IgnoreModemLines
            | ((uint)(DataBits - 5) << 4) | ParityFlags()
            | (StopBits == StopBits.One ? 0 : TwoStopBits)
            | (UsesRequestToSend ? HardwareFlow : 0)
            | (StandardRate(BaudRate) ?? SpeedAsNumber);
        termios.InputSpeed = (uint)BaudRate;
        termios.OutputSpeed = (uint)BaudRate;

        // A read returns as soon as there is a byte; waiting is poll's part.
        termios.Characters[MinimumIndex] = 1;
        termios.Characters[TimeIndex] = 0;
        termios.Characters[XOnIndex] = XOn;
        termios.Characters[XOffIndex] = XOff;
    }

    /// <summary>The code of a rate that has one (B50 to B4000000), so that other programs can name the speed too; else null.</summary>
    private static uint? StandardRate(int baudRate) => baudRate switch
    {
        50 => 0x1, 75 => 0x2, 110 => 0x3, 150 => 0x5, 200 => 0x6, 300 => 0x7, 600 => 0x8, 1200 => 0x9,
        1800 => 0xA, 2400 => 0xB, 4800 => 0xC, 9600 => 0xD, 19200 => 0xE, 38400 => 0xF,
        57600 => 0x1001, 115200 => 0x1002, 230400 => 0x1003, 460800 => 0x1004, 500000 => 0x1005, 576000 => 0x1006,
        921600 => 0x1007, 1000000 => 0x1008, 1152000 => 0x1009, 1500000 => 0x100A, 2000000 => 0x100B,
        2500000 => 0x100C, 3000000 => 0x100D, 3500000 => 0x100E, 4000000 => 0x100F,
        _ => null,
    };

    private uint ParityFlags() => Parity switch
    {
        Parity.Odd => EnableParity | OddParity,
        Parity.Even => EnableParity,
        Parity.Mark => EnableParity | StickParity | OddParity,
        Parity.Space => EnableParity | StickParity,
        _ => 0,
    };
}
