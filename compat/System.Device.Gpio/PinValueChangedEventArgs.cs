namespace System.Device.Gpio;

/// <summary>A pin's change.</summary>
public class PinValueChangedEventArgs : EventArgs
{
    public PinValueChangedEventArgs(PinEventTypes changeType, int pinNumber)
    {
        ChangeType = changeType;
        PinNumber = pinNumber;
    }

    /// <summary>What happened.</summary>
    public PinEventTypes ChangeType { get; }

    /// <summary>To which pin.</summary>
    public int PinNumber { get; }
}
