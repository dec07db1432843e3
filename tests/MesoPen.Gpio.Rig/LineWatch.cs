using MesoPen.Gpio.Tests.Chips;
using Microsoft.Win32.SafeHandles;

namespace MesoPen.Gpio.Rig;

/// <summary>One line, looked at again and again.</summary>
internal sealed class LineWatch(SimulatedChip chip, BoardLine line) : IDisposable
{
    private readonly SafeFileHandle _value = File.OpenHandle(chip.ValuePath(line.Pin));
    private readonly byte[] _text = new byte[4];

    /// <summary>Whether it is active by the board's meaning.</summary>
    internal bool Active => RandomAccess.Read(_value, _text, 0) > 0 && (_text[0] == (byte)'1') == line.ActiveHigh;

    public void Dispose() => _value.Dispose();
}
