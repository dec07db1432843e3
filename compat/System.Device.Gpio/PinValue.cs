using System.Diagnostics.CodeAnalysis;

namespace System.Device.Gpio;

/// <summary>Low or high. Zero and false are low, all else is high.</summary>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "The package has none.")]
public readonly struct PinValue : IEquatable<PinValue>
{
    private readonly byte _value;

    private PinValue(bool high) => _value = high ? (byte)1 : (byte)0;

    /// <summary>High.</summary>
    public static PinValue High => new(true);

    /// <summary>Low.</summary>
    public static PinValue Low => new(false);

    public static implicit operator PinValue(int value) => new(value != 0);

    public static implicit operator PinValue(bool value) => new(value);

    public static explicit operator byte(PinValue value) => value._value;

    public static explicit operator int(PinValue value) => value._value;

    public static explicit operator bool(PinValue value) => value._value != 0;

    public static bool operator ==(PinValue a, PinValue b) => a.Equals(b);

    public static bool operator !=(PinValue a, PinValue b) => !a.Equals(b);

    public static PinValue operator !(PinValue v) => new(v._value == 0);

    /// <inheritdoc/>
    public bool Equals(PinValue other) => other._value == _value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PinValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => _value == 0 ? "Low" : "High";
}
