using System.Collections.Concurrent;
using System.Device.Gpio.Drivers;

namespace System.Device.Gpio;

/// <summary>Pins of a chip, by their numbers on it.</summary>
public class GpioController : IDisposable
{
    private readonly ConcurrentDictionary<int, GpioPin> _open = new();
    private readonly GpioDriver _driver;
    private bool _disposed;

    /// <summary>On the first chip of this machine.</summary>
    public GpioController()
        : this(new LibGpiodDriver())
    {
    }

    /// <summary>On a driver, which is disposed with this.</summary>
    public GpioController(GpioDriver driver)
    {
        ArgumentNullException.ThrowIfNull(driver);
        _driver = driver;
    }

    /// <summary>How many pins there are.</summary>
    public virtual int PinCount
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _driver.PinCount;
        }
    }

    /// <summary>The pins that are open.</summary>
    public IEnumerable<GpioPin> OpenPins => _open.Values;

    /// <summary>Opens a pin, without changing its mode or value if that can be. One that is open already is given again.</summary>
    public GpioPin OpenPin(int pinNumber)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_open.TryGetValue(pinNumber, out GpioPin? open))
        {
            return open;
        }

        OpenPinCore(pinNumber);
        var pin = new GpioPin(pinNumber, this);
        _open[pinNumber] = pin;
        return pin;
    }

    /// <summary>Opens a pin in a mode.</summary>
    public GpioPin OpenPin(int pinNumber, PinMode mode)
    {
        GpioPin pin = OpenPin(pinNumber);
        SetPinMode(pinNumber, mode);
        return pin;
    }

    /// <summary>Opens a pin in a mode; an output begins with the value.</summary>
    public GpioPin OpenPin(int pinNumber, PinMode mode, PinValue initialValue)
    {
        GpioPin pin = OpenPin(pinNumber);
        _driver.SetPinMode(pinNumber, mode, initialValue);
        return pin;
    }

    /// <summary>Closes a pin.</summary>
    public void ClosePin(int pinNumber)
    {
        RequireOpen(pinNumber);
        ClosePinCore(pinNumber);
        _ = _open.TryRemove(pinNumber, out _);
    }

    /// <summary>Sets a pin's mode.</summary>
    public virtual void SetPinMode(int pinNumber, PinMode mode)
    {
        RequireOpen(pinNumber);
        _driver.SetPinMode(pinNumber, mode);
    }

    /// <summary>The pin's mode.</summary>
    public virtual PinMode GetPinMode(int pinNumber)
    {
        RequireOpen(pinNumber);
        return _driver.GetPinMode(pinNumber);
    }

    /// <summary>Whether the pin is open.</summary>
    public virtual bool IsPinOpen(int pinNumber)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _open.ContainsKey(pinNumber);
    }

    /// <summary>Whether the pin can have the mode.</summary>
    public virtual bool IsPinModeSupported(int pinNumber, PinMode mode) => _driver.IsPinModeSupported(pinNumber, mode);

    /// <summary>Reads a pin.</summary>
    public virtual PinValue Read(int pinNumber)
    {
        RequireOpen(pinNumber);
        return _driver.Read(pinNumber);
    }

    /// <summary>Reads pins.</summary>
    public void Read(Span<PinValuePair> pinValuePairs)
    {
        for (int i = 0; i < pinValuePairs.Length; i++)
        {
            int pinNumber = pinValuePairs[i].PinNumber;
            pinValuePairs[i] = new PinValuePair(pinNumber, Read(pinNumber));
        }
    }

    /// <summary>Changes a pin's value to the other.</summary>
    public virtual void Toggle(int pinNumber)
    {
        RequireOpen(pinNumber);
        _driver.Toggle(pinNumber);
    }

    /// <summary>Sets a pin.</summary>
    public virtual void Write(int pinNumber, PinValue value)
    {
        RequireOpen(pinNumber);
        _driver.Write(pinNumber, value);
    }

    /// <summary>Sets pins, one after the other.</summary>
    public void Write(ReadOnlySpan<PinValuePair> pinValuePairs)
    {
        foreach ((int pinNumber, PinValue value) in pinValuePairs)
        {
            Write(pinNumber, value);
        }
    }

    /// <summary>Waits for a change, at most for a time.</summary>
    public virtual WaitForEventResult WaitForEvent(int pinNumber, PinEventTypes eventTypes, TimeSpan timeout)
    {
        using var limit = new CancellationTokenSource(timeout);
        return WaitForEvent(pinNumber, eventTypes, limit.Token);
    }

    /// <summary>Waits for a change.</summary>
    public virtual WaitForEventResult WaitForEvent(int pinNumber, PinEventTypes eventTypes, CancellationToken cancellationToken)
    {
        RequireOpen(pinNumber);
        return _driver.WaitForEvent(pinNumber, eventTypes, cancellationToken);
    }

    /// <summary>Waits for a change, at most for a time.</summary>
    public async ValueTask<WaitForEventResult> WaitForEventAsync(int pinNumber, PinEventTypes eventTypes, TimeSpan timeout)
    {
        using var limit = new CancellationTokenSource(timeout);
        return await WaitForEventAsync(pinNumber, eventTypes, limit.Token).ConfigureAwait(false);
    }

    /// <summary>Waits for a change.</summary>
    public virtual ValueTask<WaitForEventResult> WaitForEventAsync(int pinNumber, PinEventTypes eventTypes, CancellationToken token)
    {
        RequireOpen(pinNumber);
        return _driver.WaitForEventAsync(pinNumber, eventTypes, token);
    }

    /// <summary>Adds a handler for changes of a pin.</summary>
    public void RegisterCallbackForPinValueChangedEvent(int pinNumber, PinEventTypes eventTypes, PinChangeEventHandler callback)
    {
        RequireOpen(pinNumber);
        _driver.AddCallbackForPinValueChangedEvent(pinNumber, eventTypes, callback);
    }

    /// <summary>Takes a handler off.</summary>
    public void UnregisterCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback)
    {
        RequireOpen(pinNumber);
        _driver.RemoveCallbackForPinValueChangedEvent(pinNumber, callback);
    }

    /// <summary>Closes all pins.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens a pin of the driver.</summary>
    protected virtual void OpenPinCore(int pinNumber) => _driver.OpenPin(pinNumber);

    /// <summary>Closes a pin of the driver.</summary>
    protected virtual void ClosePinCore(int pinNumber) => _driver.ClosePin(pinNumber);

    /// <summary>Closes all pins.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (_disposed)
        {
            return;
        }

        foreach (int pinNumber in _open.Keys)
        {
            ClosePinCore(pinNumber);
        }

        _open.Clear();
        _driver.Dispose();
        _disposed = true;
    }

    private void RequireOpen(int pinNumber)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (!_open.ContainsKey(pinNumber))
        {
            throw new InvalidOperationException($"Pin {pinNumber} is not open.");
        }
    }
}
