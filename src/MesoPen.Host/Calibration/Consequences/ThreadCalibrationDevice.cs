using MesoPen.Host.Connection;
using MesoPen.Host.Links;
using MesoPen.Host.Loop;
using MesoPen.Protocol;

namespace MesoPen.Host.Calibration;

/// <summary>A device on the bench with an event loop on a thread of its own: its calls may come from anywhere, and what awaits them goes on elsewhere.</summary>
public sealed class ThreadCalibrationDevice : ICalibrationDevice
{
    private readonly EventLoop _loop;
    private readonly LoopCalibrationDevice _device;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Opens the way to a device and begins to look for it.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="expected">Which it is.</param>
    /// <param name="time">The clock.</param>
    public ThreadCalibrationDevice(DeviceAddress address, ExpectedDevice expected, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(address);
        _loop = new EventLoop(time);
        _device = new LoopCalibrationDevice(_loop, () => address.NewLink(time), expected, new Random(Environment.ProcessId));
        new Thread(Run) { IsBackground = true, Name = "mesopen-bench" }.Start();
    }

    /// <inheritdoc />
    public long Interruptions => _device.Interruptions;

    /// <inheritdoc />
    public Task<DeviceFacts> FactsAsync(CancellationToken cancel = default) => OnLoopAsync(_device.FactsAsync, cancel);

    /// <inheritdoc />
    public Task<DeviceStatus> StatusAsync(CancellationToken cancel = default) => OnLoopAsync(_device.StatusAsync, cancel);

    /// <inheritdoc />
    public Task MoveNeedleAsync(int depthUm, CancellationToken cancel = default) =>
        OnLoopAsync(stop => Valued(_device.MoveNeedleAsync(depthUm, stop)), cancel);

    /// <inheritdoc />
    public Task<long> DispenseAsync(long totalNl, uint bootId, CancellationToken cancel = default) =>
        OnLoopAsync(stop => _device.DispenseAsync(totalNl, bootId, stop), cancel);

    /// <inheritdoc />
    public Task RetractAsync(CancellationToken cancel = default) => OnLoopAsync(stop => Valued(_device.RetractAsync(stop)), cancel);

    /// <inheritdoc />
    public Task ClearFaultAsync(CancellationToken cancel = default) => OnLoopAsync(stop => Valued(_device.ClearFaultAsync(stop)), cancel);

    /// <inheritdoc />
    public Task<DeviceFacts> SetCalibrationAsync(DeviceScale scale, uint dueDay, string? certificateSha256, CancellationToken cancel = default) =>
        OnLoopAsync(stop => _device.SetCalibrationAsync(scale, dueDay, certificateSha256, stop), cancel);

    /// <summary>Stops whatever moves, before all else, from any thread. Gives whether the device said that it stands.</summary>
    public Task<bool> StopAsync() => OnLoopAsync(_ => _device.StopAsync(), CancellationToken.None);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _loop.PostUrgent(_stop.Cancel);
        try
        {
            await _ended.Task;
        }
        catch (Exception)
        {
            // Whoever called last has been told; nothing is left to do here.
        }

        _stop.Dispose();
    }

    private static async Task<bool> Valued(Task task)
    {
        await task;
        return true;
    }

    private void Run()
    {
        try
        {
            _loop.PostUrgent(_device.Start);
            _loop.Run(_stop.Token);
            // What closes the link runs on the loop too.
            _loop.PostUrgent(() => _ = _device.DisposeAsync().AsTask());
            _loop.RunReady();
            _ended.TrySetResult();
        }
        catch (Exception defect)
        {
            _ended.TrySetException(defect);
        }
    }

    private async Task<T> OnLoopAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        // Whoever gives up does so on another thread; what that lets go of must go on here.
        using CancellationTokenSource stop = new();
        void GiveUp()
        {
            // On the loop what has been answered is not given up any more.
            if (!done.Task.IsCompleted)
            {
                stop.Cancel();
            }
        }

        await using CancellationTokenRegistration register = cancel.UnsafeRegister(_ => _loop.PostUrgent(GiveUp), null);
        _loop.PostUrgent(() => _ = AnswerAsync(work, done, stop.Token));
        if (await Task.WhenAny(done.Task, _ended.Task) != done.Task)
        {
            await _ended.Task;
            throw new CalibrationDeviceException(CalibrationDeviceTrouble.Away, "The way to the device was closed.");
        }

        return await done.Task;
    }

    private static async Task AnswerAsync<T>(Func<CancellationToken, Task<T>> work, TaskCompletionSource<T> done, CancellationToken stop)
    {
        try
        {
            done.TrySetResult(await work(stop));
        }
        catch (OperationCanceledException)
        {
            done.TrySetCanceled(stop);
        }
        catch (Exception failure)
        {
            done.TrySetException(failure);
        }
    }
}
