namespace System.Device.Gpio;

/// <summary>A pin and a value for it.</summary>
public readonly struct PinValuePair : IEquatable<PinValuePair>
{
    public PinValuePair(int pinNumber, PinValue pinValue)
    {
        PinNumber = pinNumber;
        PinValue = pinValue;
    }

    /// <summary>The pin.</summary>
    public int PinNumber { get; }

    /// <summary>Its value.</summary>
    public PinValue PinValue { get; }

    public static bool operator ==(PinValuePair left, PinValuePair right) => left.Equals(right);

    public static bool operator !=(PinValuePair left, PinValuePair right) => !left.Equals(right);

    public void Deconstruct(out int pinNumber, out PinValue pinValue)
    {
        pinNumber = PinNumber;
        pinValue = PinValue;
    }

    /// <inheritdoc/>
    public bool Equals(PinValuePair other) => other.PinNumber == PinNumber && other.PinValue == PinValue;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PinValuePair other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(PinNumber, PinValue);
}
