using System.Buffers;

namespace MesoPen.Simulator;

/// <summary>
/// Runs a simulated device against the clock, a millisecond each millisecond. Each has its absolute due time; those that are late are made up
/// for one by one, so that no timing of the firmware is ever stretched or skipped. Bytes from the host are heard as they come.
/// </summary>
/// <param name="device">The device.</param>
/// <param name="host">Where the host is.</param>
/// <param name="clock">The clock.</param>
/// <param name="between">What else is to be done on this thread after each millisecond; it must not wait.</param>
internal sealed class RealTimeLoop(SimulatedDevice device, IHostSide host, TimeProvider clock, Action? between = null)
{
    private const long NanosecondsPerTick = 1_000_000;

    private readonly byte[] _input = new byte[4096];
    private readonly ArrayBufferWriter<byte> _output = new(4096);
    private SimulatedLink _link = SimulatedLink.Up;

    internal void Run(CancellationToken end)
    {
        var due = Now() + NanosecondsPerTick;
        while (!end.IsCancellationRequested)
        {
            var left = due - Now();
            if (left <= 0)
            {
                device.Step(default, _output);
                Send();
                Follow();
                between?.Invoke();
                due += NanosecondsPerTick;
                continue;
            }

            host.Wait(left);
            Listen();
        }
    }

    private long Now() => (long)(clock.GetTimestamp() * (1e9 / clock.TimestampFrequency));

    private void Listen()
    {
        var count = host.Read(_input);
        if (host.TakeChange() is { } connected)
        {
            device.HostConnected(connected);
        }

        if (count > 0)
        {
            device.Receive(_input.AsSpan(0, count), _output);
            Send();
        }
    }

    private void Send()
    {
        if (_output.WrittenCount > 0)
        {
            host.Write(_output.WrittenSpan);
            _output.ResetWrittenCount();
        }
    }

    /// <summary>A link that a fault cuts is closed in the host's hands too.</summary>
    private void Follow()
    {
        if (device.Link == _link)
        {
            return;
        }

        if (device.Link == SimulatedLink.Cut)
        {
            host.Cut();
        }
        else
        {
            host.Restore();
        }

        _link = device.Link;
    }
}
