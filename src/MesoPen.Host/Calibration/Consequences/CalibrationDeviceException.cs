using MesoPen.Protocol;

namespace MesoPen.Host.Calibration;

/// <summary>A device on the bench did not do what it was asked. The message is a sentence for whoever stands beside it.</summary>
public sealed class CalibrationDeviceException : Exception
{
    /// <param name="trouble">Why.</param>
    /// <param name="message">What failed and what to do.</param>
    /// <param name="fault">The latched fault, if that is why.</param>
    public CalibrationDeviceException(CalibrationDeviceTrouble trouble, string message, DeviceFault fault = DeviceFault.None)
        : base(message) => (Trouble, Fault) = (trouble, fault);

    /// <summary>It failed; no more is known.</summary>
    public CalibrationDeviceException()
    {
    }

    /// <param name="message">What failed.</param>
    public CalibrationDeviceException(string message)
        : base(message)
    {
    }

    /// <param name="message">What failed.</param>
    /// <param name="innerException">What it failed by.</param>
    public CalibrationDeviceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Why.</summary>
    public CalibrationDeviceTrouble Trouble { get; }

    /// <summary>What the device answered, if it refused; null if something else is why.</summary>
    public Result? Refusal { get; init; }

    /// <summary>The latched fault; none if something else is why.</summary>
    public DeviceFault Fault { get; }
}
