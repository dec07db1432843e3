using System.Runtime.CompilerServices;

namespace System.Device.Gpio.Native;

/// <summary>The ten attributes that a configuration has room for.</summary>
[InlineArray(Uapi.AttributesMax)]
internal struct LineAttributes
{
    private LineAttribute _first;
}
