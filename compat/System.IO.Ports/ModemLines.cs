namespace System.IO.Ports;

/// <summary>The modem control lines, with the kernel's bits (asm-generic/termios.h, TIOCM_*).</summary>
[Flags]
internal enum ModemLines
{
    None = 0,
    DataTerminalReady = 0x002,
    RequestToSend = 0x004,
    ClearToSend = 0x020,
    CarrierDetect = 0x040,
    Ring = 0x080,
    DataSetReady = 0x100,
}
