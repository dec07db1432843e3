using System.Device.Gpio.Native;

namespace System.Device.Gpio.Drivers;

/// <summary>Lines of a GPIO chip by the kernel's character device, /dev/gpiochipN.</summary>
public class LibGpiodDriver : UnixDriver
{
    private static readonly string Consumer = Path.GetFileNameWithoutExtension(Environment.ProcessPath) ?? "dotnet";

    private readonly Lock _gate = new();
    private readonly Dictionary<int, Line> _lines = [];
    private readonly int _chip;
    private readonly int _count;
    private volatile Line?[] _open;
    private EdgePump? _pump;

    /// <summary>Opens a chip by its number.</summary>
    /// <param name="gpioChip">The chip's number.</param>
    public unsafe LibGpiodDriver(int gpioChip = 0)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new PlatformNotSupportedException(
                "This stand-in for System.Device.Gpio works on Linux only; -p:UpstreamPackages=true builds with the package.");
        }

        string path = $"/dev/gpiochip{gpioChip}";
        _chip = Libc.Open(path, Libc.ReadWrite | Libc.CloseOnExec);
        ChipInfo info;
        if (_chip < 0 || Libc.Control(_chip, Uapi.GetChipInfo, &info) != 0)
        {
            Exception failure = LineFailure.Last($"The chip {path} cannot be opened");
            CloseChip();
            throw failure;
        }

        _count = (int)info.Lines;
        _open = new Line?[_count];
    }

    /// <inheritdoc/>
    protected internal override int PinCount => _count;

    /// <inheritdoc/>
    protected internal override void OpenPin(int pinNumber)
    {
        if (pinNumber < 0 || pinNumber >= _count)
        {
            throw new ArgumentOutOfRangeException(nameof(pinNumber), $"The chip has pins 0 to {_count - 1}.");
        }

        lock (_gate)
        {
            Line line = Line.Request(_chip, pinNumber, Consumer);
            _lines[pinNumber] = line;
            _open[pinNumber] = line;
        }
    }

    /// <inheritdoc/>
    protected internal override void ClosePin(int pinNumber)
    {
        Line line;
        EdgePump? pump;
        lock (_gate)
        {
            line = Of(pinNumber);
            _ = _lines.Remove(pinNumber);
            _open[pinNumber] = null;
            pump = _pump;
            pump?.Watch(_lines);
        }

        // Nobody may still wait on the descriptor when its number becomes free.
        pump?.Settle();
        line.Close();
    }

    /// <inheritdoc/>
    protected internal override void SetPinMode(int pinNumber, PinMode mode) => Of(pinNumber).SetMode(mode, null);

    /// <inheritdoc/>
    protected internal override void SetPinMode(int pinNumber, PinMode mode, PinValue initialValue) =>
        Of(pinNumber).SetMode(mode, initialValue == PinValue.High);

    /// <inheritdoc/>
    protected internal override PinMode GetPinMode(int pinNumber) => Of(pinNumber).Mode;

    /// <inheritdoc/>
    protected internal override bool IsPinModeSupported(int pinNumber, PinMode mode) => Enum.IsDefined(mode);

    /// <inheritdoc/>
    protected internal override PinValue Read(int pinNumber) => Of(pinNumber).Read();

    /// <inheritdoc/>
    protected internal override void Write(int pinNumber, PinValue value) => Of(pinNumber).Write(value == PinValue.High);

    /// <inheritdoc/>
    protected internal override WaitForEventResult WaitForEvent(int pinNumber, PinEventTypes eventTypes, CancellationToken cancellationToken)
    {
        using var come = new ManualResetEventSlim();
        PinEventTypes seen = PinEventTypes.None;
        void Note(object sender, PinValueChangedEventArgs args)
        {
            seen = args.ChangeType;
            come.Set();
        }

        AddCallbackForPinValueChangedEvent(pinNumber, eventTypes, Note);
        try
        {
            come.Wait(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return new WaitForEventResult { TimedOut = true };
        }
        finally
        {
            RemoveCallbackForPinValueChangedEvent(pinNumber, Note);
        }

        return new WaitForEventResult { EventTypes = seen };
    }

    /// <inheritdoc/>
    protected internal override void AddCallbackForPinValueChangedEvent(int pinNumber, PinEventTypes eventTypes, PinChangeEventHandler callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        EdgePump pump;
        lock (_gate)
        {
            Of(pinNumber).Add(eventTypes, callback);
            pump = _pump ??= new EdgePump(this);
            pump.Watch(_lines);
        }

        pump.Settle();
    }

    /// <inheritdoc/>
    protected internal override void RemoveCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback)
    {
        EdgePump? pump;
        lock (_gate)
        {
            Of(pinNumber).Remove(callback);
            pump = _pump;
            pump?.Watch(_lines);
        }

        pump?.Settle();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        EdgePump? pump;
        lock (_gate)
        {
            pump = _pump;
            _pump = null;
        }

        pump?.Dispose();
        lock (_gate)
        {
            foreach (Line line in _lines.Values)
            {
                line.Close();
            }

            _lines.Clear();
            Array.Clear(_open);
        }

        CloseChip();
        base.Dispose(disposing);
    }

    private void CloseChip()
    {
        if (_chip >= 0)
        {
            _ = Libc.Close(_chip);
        }
    }

    private Line Of(int pinNumber) =>
        (pinNumber >= 0 && pinNumber < _count ? _open[pinNumber] : null) ?? throw new InvalidOperationException($"Pin {pinNumber} is not open.");
}
