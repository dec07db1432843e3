using MesoPen.Host.Calibration;
using MesoPen.Host.Connection;
using MesoPen.Protocol;

namespace MesoPen.Tests;

/// <summary>The way to a device that ends with the host's power.</summary>
internal sealed class CuttableDevice(ICalibrationDevice device, CancellationToken power) : ICalibrationDevice
{
    public long Interruptions => device.Interruptions;

    public Task<DeviceFacts> FactsAsync(CancellationToken cancel = default) => device.FactsAsync(power);

    public Task<DeviceStatus> StatusAsync(CancellationToken cancel = default) => device.StatusAsync(power);

    public Task MoveNeedleAsync(int depthUm, CancellationToken cancel = default) => device.MoveNeedleAsync(depthUm, power);

    public Task<long> DispenseAsync(long totalNl, uint bootId, CancellationToken cancel = default) => device.DispenseAsync(totalNl, bootId, power);

    public Task RetractAsync(CancellationToken cancel = default) => device.RetractAsync(power);

    public Task ClearFaultAsync(CancellationToken cancel = default) => device.ClearFaultAsync(power);

    public Task<DeviceFacts> SetCalibrationAsync(DeviceScale scale, uint dueDay, string? certificateSha256, CancellationToken cancel = default) =>
        device.SetCalibrationAsync(scale, dueDay, certificateSha256, power);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
