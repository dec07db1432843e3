using System.Device.Gpio;

namespace MesoPen.Gpio;

/// <summary>An output by the board's meaning. It is inactive from the moment it is one.</summary>
internal sealed class OutputLine
{
    private readonly GpioController _pins;
    private readonly int _pin;
    private readonly PinValue _active;

    internal OutputLine(GpioController pins, BoardLine line)
    {
        (_pins, _pin) = (pins, line.Pin);
        _active = line.ActiveHigh ? PinValue.High : PinValue.Low;
        _ = pins.OpenPin(line.Pin, PinMode.Output, !_active);
    }

    internal void Set(bool active) => _pins.Write(_pin, active ? _active : !_active);
}
