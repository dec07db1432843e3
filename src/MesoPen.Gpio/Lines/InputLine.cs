using System.Device.Gpio;

namespace MesoPen.Gpio;

/// <summary>An input by the board's meaning: active or not. Its level is asked for; nothing is remembered.</summary>
internal sealed class InputLine
{
    private readonly GpioController _pins;
    private readonly int _pin;
    private readonly PinValue _active;

    internal InputLine(GpioController pins, BoardLine line)
    {
        (_pins, _pin) = (pins, line.Pin);
        _active = line.ActiveHigh ? PinValue.High : PinValue.Low;
        _ = pins.OpenPin(line.Pin, line.Pull switch { "up" => PinMode.InputPullUp, "down" => PinMode.InputPullDown, _ => PinMode.Input });
    }

    internal bool Active => _pins.Read(_pin) == _active;

    /// <summary>Has somebody told of every edge to one of the two sides.</summary>
    internal void Told(bool active, Action told)
    {
        PinEventTypes edge = active == (_active == PinValue.High) ? PinEventTypes.Rising : PinEventTypes.Falling;
        _pins.RegisterCallbackForPinValueChangedEvent(_pin, edge, (_, _) => told());
    }
}
