using System.Runtime.InteropServices;

namespace System.Device.Gpio.Native;

/// <summary>struct gpiochip_info: name and label of 32 bytes each, and how many lines there are.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ChipInfo
{
    public fixed byte Name[Uapi.NameSize];
    public fixed byte Label[Uapi.NameSize];
    public uint Lines;
}
