namespace System.Device.Gpio;

/// <summary>One open pin of a <see cref="GpioController"/>.</summary>
public class GpioPin
{
    private readonly GpioController _controller;

    internal GpioPin(int pinNumber, GpioController controller)
    {
        PinNumber = pinNumber;
        _controller = controller;
    }

    /// <summary>Raised at each change, rising and falling.</summary>
    public virtual event PinChangeEventHandler ValueChanged
    {
        add => _controller.RegisterCallbackForPinValueChangedEvent(PinNumber, PinEventTypes.Falling | PinEventTypes.Rising, value);
        remove => _controller.UnregisterCallbackForPinValueChangedEvent(PinNumber, value);
    }

    /// <summary>The pin's number.</summary>
    public virtual int PinNumber { get; }

    /// <summary>The pin's mode.</summary>
    public virtual PinMode GetPinMode() => _controller.GetPinMode(PinNumber);

    /// <summary>Whether the pin can have the mode.</summary>
    public virtual bool IsPinModeSupported(PinMode pinMode) => _controller.IsPinModeSupported(PinNumber, pinMode);

    /// <summary>Sets the pin's mode.</summary>
    public virtual void SetPinMode(PinMode value) => _controller.SetPinMode(PinNumber, value);

    /// <summary>Reads the pin.</summary>
    public virtual PinValue Read() => _controller.Read(PinNumber);

    /// <summary>Sets the pin.</summary>
    public virtual void Write(PinValue value) => _controller.Write(PinNumber, value);

    /// <summary>Changes the pin's value to the other.</summary>
    public virtual void Toggle() => _controller.Toggle(PinNumber);
}
