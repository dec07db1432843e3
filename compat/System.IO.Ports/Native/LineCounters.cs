using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace System.IO.Ports.Native;

/// <summary>The kernel's <c>struct serial_icounter_struct</c>: how often each line event has happened since boot.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LineCounters
{
    public int Cts;
    public int Dsr;
    public int Ring;
    public int CarrierDetect;
    public int Received;
    public int Sent;
    public int FrameErrors;
    public int Overruns;
    public int ParityErrors;
    public int Breaks;
    public int BufferOverruns;
    public Reserved Unused;

    [InlineArray(9)]
    internal struct Reserved
    {
        private int _first;
    }
}
