using MesoPen.Host.Connection;
using MesoPen.Protocol;

namespace MesoPen.Benchmarks;

/// <summary>Waits until a device is connected, and wants nothing else.</summary>
internal sealed class ConnectedWaiter : IConnectionEvents, IDisposable
{
    private readonly ManualResetEventSlim _connected = new();
    private string _last = "nothing was heard";

    public void Wait()
    {
        if (!_connected.Wait(TimeSpan.FromSeconds(30)))
        {
            throw new TimeoutException($"No device was connected: {_last}");
        }
    }

    public void Connected(DeviceFacts facts) => _connected.Set();

    public void Refused(ConnectionRefusal refusal) => _last = refusal.Sentence;

    public void LinkLost(string reason) => _last = reason;

    public void Waiting(string reason, TimeSpan pause) => _last = reason;

    public void StatusSeen(DeviceStatus status, uint deviceMs)
    {
    }

    public void ShotSeen(ShotEvent shot)
    {
    }

    public void FaultSeen(FaultEvent fault)
    {
    }

    public void BootChanged()
    {
    }

    public void Dispose() => _connected.Dispose();
}
