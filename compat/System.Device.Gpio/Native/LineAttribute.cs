using System.Runtime.InteropServices;

namespace System.Device.Gpio.Native;

/// <summary>
/// struct gpio_v2_line_config_attribute: a kind, its value (flags, values or a time) and the lines of the request that it is for.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LineAttribute
{
    public uint Id;
    public uint Padding;
    public ulong Value;
    public ulong Mask;
}
