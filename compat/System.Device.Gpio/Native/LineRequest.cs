using System.Runtime.InteropServices;

namespace System.Device.Gpio.Native;

/// <summary>struct gpio_v2_line_request: which lines, for whom, how; and the descriptor that the kernel gives for them.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct LineRequest
{
    public fixed uint Offsets[Uapi.LinesMax];
    public fixed byte Consumer[Uapi.NameSize];
    public LineConfig Config;
    public uint LineCount;
    public uint EventBufferSize;
    public fixed uint Padding[5];
    public int Descriptor;
}
