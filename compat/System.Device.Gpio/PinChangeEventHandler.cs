namespace System.Device.Gpio;

/// <summary>Told of a pin's change, on a thread of the driver's own.</summary>
public delegate void PinChangeEventHandler(object sender, PinValueChangedEventArgs pinValueChangedEventArgs);
