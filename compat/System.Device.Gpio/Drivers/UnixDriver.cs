namespace System.Device.Gpio.Drivers;

/// <summary>What the drivers of Unix systems have in common.</summary>
public abstract class UnixDriver : GpioDriver
{
}
