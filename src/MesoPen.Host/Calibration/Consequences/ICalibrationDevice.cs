using MesoPen.Host.Connection;
using MesoPen.Protocol;

namespace MesoPen.Host.Calibration;

/// <summary>
/// A device on the bench: the moves and the adjustment that a calibration asks of it. Every value is an absolute, so a call that failed may be made
/// again: it never moves or sets anything twice. One call at a time.
/// </summary>
/// <remarks>All calls throw <see cref="CalibrationDeviceException"/>, and nothing else but what cancelling throws.</remarks>
public interface ICalibrationDevice : IAsyncDisposable
{
    /// <summary>
    /// Counts how often a needle that was held may have gone home: silence on the line, a touch, a reset. What was measured across a change of it was not
    /// measured where the needle was sent. May be read from anywhere.
    /// </summary>
    long Interruptions { get; }

    /// <summary>Waits until the device is connected and gives what it says of itself, its adjustment and certificate too.</summary>
    Task<DeviceFacts> FactsAsync(CancellationToken cancel = default);

    /// <summary>Its status now.</summary>
    Task<DeviceStatus> StatusAsync(CancellationToken cancel = default);

    /// <summary>Sends the needle to a depth and waits until it stands there, where it is held until the next call that moves something. 0 is home.</summary>
    /// <param name="depthUm">Depth by the adjustment that the device holds, µm.</param>
    /// <param name="cancel">Gives up waiting; the needle may arrive nevertheless.</param>
    Task MoveNeedleAsync(int depthUm, CancellationToken cancel = default);

    /// <summary>Moves the plunger on to a volume and waits until it stands.</summary>
    /// <param name="totalNl">Volume that calibration moves will have dispensed in this boot of the device, nL: the one before and what is wanted now.</param>
    /// <param name="bootId">The boot that this counts in, from <see cref="FactsAsync"/>: after a reset the device counts from 0, and the call fails.</param>
    /// <param name="cancel">Gives up waiting; the plunger goes on to the volume nevertheless.</param>
    /// <returns>What the device says that it delivered in this call, nL.</returns>
    Task<long> DispenseAsync(long totalNl, uint bootId, CancellationToken cancel = default);

    /// <summary>Brings the needle home.</summary>
    Task RetractAsync(CancellationToken cancel = default);

    /// <summary>Clears the latched fault or stop; does nothing if none is latched.</summary>
    Task ClearFaultAsync(CancellationToken cancel = default);

    /// <summary>Sets the adjustment that the device holds, and reads back that it holds it.</summary>
    /// <param name="scale">The adjustment.</param>
    /// <param name="dueDay">Day on which it is due, days since 1970-01-01; 0 while it is not yet certified, so that nothing arms.</param>
    /// <param name="certificateSha256">SHA-256 of the certificate in hexadecimal; null for none.</param>
    /// <param name="cancel">Gives up; whether it is set is then to be asked.</param>
    /// <returns>What the device says of itself after that.</returns>
    Task<DeviceFacts> SetCalibrationAsync(DeviceScale scale, uint dueDay, string? certificateSha256, CancellationToken cancel = default);
}
