namespace System.Device.Gpio;

/// <summary>What a pin is: an input, with or without a resistor of the chip's own, or an output.</summary>
public enum PinMode
{
    /// <summary>An input as it is.</summary>
    Input,

    /// <summary>An output.</summary>
    Output,

    /// <summary>An input that is low while nothing drives it.</summary>
    InputPullDown,

    /// <summary>An input that is high while nothing drives it.</summary>
    InputPullUp,
}
