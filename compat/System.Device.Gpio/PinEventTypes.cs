namespace System.Device.Gpio;

/// <summary>Changes of a pin.</summary>
[Flags]
public enum PinEventTypes
{
    /// <summary>None: nothing happened within the time.</summary>
    None = 0,

    /// <summary>From low to high.</summary>
    Rising = 1,

    /// <summary>From high to low.</summary>
    Falling = 2,
}
