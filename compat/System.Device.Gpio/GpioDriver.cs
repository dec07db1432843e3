namespace System.Device.Gpio;

/// <summary>What drives a chip's pins for a <see cref="GpioController"/>.</summary>
public abstract class GpioDriver : IDisposable
{
    /// <summary>How many pins there are.</summary>
    protected internal abstract int PinCount { get; }

    /// <summary>Opens a pin, without changing its mode or value if that can be.</summary>
    protected internal abstract void OpenPin(int pinNumber);

    /// <summary>Closes a pin.</summary>
    protected internal abstract void ClosePin(int pinNumber);

    /// <summary>Sets a pin's mode.</summary>
    protected internal abstract void SetPinMode(int pinNumber, PinMode mode);

    /// <summary>Sets a pin's mode; an output begins with the value.</summary>
    protected internal virtual void SetPinMode(int pinNumber, PinMode mode, PinValue initialValue)
    {
        SetPinMode(pinNumber, mode);
        if (mode == PinMode.Output)
        {
            Write(pinNumber, initialValue);
        }
    }

    /// <summary>The pin's mode.</summary>
    protected internal abstract PinMode GetPinMode(int pinNumber);

    /// <summary>Whether the pin can have the mode.</summary>
    protected internal abstract bool IsPinModeSupported(int pinNumber, PinMode mode);

    /// <summary>The pin's value.</summary>
    protected internal abstract PinValue Read(int pinNumber);

    /// <summary>Changes an output's value to the other.</summary>
    protected internal virtual void Toggle(int pinNumber) => Write(pinNumber, !Read(pinNumber));

    /// <summary>Sets an output's value.</summary>
    protected internal abstract void Write(int pinNumber, PinValue value);

    /// <summary>Waits for a change.</summary>
    protected internal abstract WaitForEventResult WaitForEvent(int pinNumber, PinEventTypes eventTypes, CancellationToken cancellationToken);

    /// <summary>Waits for a change.</summary>
    protected internal virtual ValueTask<WaitForEventResult> WaitForEventAsync(
        int pinNumber, PinEventTypes eventTypes, CancellationToken cancellationToken) =>
        new(Task.Run(() => WaitForEvent(pinNumber, eventTypes, cancellationToken), CancellationToken.None));

    /// <summary>Adds a handler for changes.</summary>
    protected internal abstract void AddCallbackForPinValueChangedEvent(int pinNumber, PinEventTypes eventTypes, PinChangeEventHandler callback);

    /// <summary>Takes a handler off.</summary>
    protected internal abstract void RemoveCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback);

    /// <summary>Closes all pins.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes all pins.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
