using System.Buffers;
using MesoPen.Firmware;
using MesoPen.Protocol;

namespace MesoPen.Gpio;

/// <summary>
/// Ticks the firmware every millisecond. A tick that comes late is late and is not made up for: the firmware reckons by the
/// clock, and moves nothing that should have
/// ended. An exception of the firmware or the pins ends the process, and with it the drives' power.
/// </summary>
internal sealed class GpioDaemon(
    Device device, PinActuators actuators, Panel panel, IWire wire, Supervisor supervisor, AxesFile axes, Func<long> nowNs)
{
    private const long TickNs = 1_000_000;
    private const long FlushEveryNs = 1_000_000_000;

    private readonly byte[] _input = new byte[4096];
    private readonly ArrayBufferWriter<byte> _output = new(4096);

    /// <summary>Runs until it is told to end, with the drives at rest.</summary>
    internal void Run(CancellationToken end)
    {
        supervisor.Ready();
        long due = nowNs();
        long flushNs = due;
        while (!end.IsCancellationRequested)
        {
            long now = nowNs();
            Tick(now);
            if (now >= flushNs && device.Status.State is DeviceState.Idle)
            {
                // While nothing moves: waiting for the disk would make a tick late.
                axes.Flush();
                flushNs = now + FlushEveryNs;
            }

            due = Math.Max(due + TickNs, nowNs());
            while (due - nowNs() is > 0 and var left && !end.IsCancellationRequested)
            {
                wire.Wait(left);
                if (Listen() is { Length: > 0 } heard)
                {
                    // Bytes are heard as they come; a tick more does no harm.
                    Exchange(nowNs(), heard);
                }
            }
        }

        supervisor.Stopping();
    }

    private void Tick(long now)
    {
        actuators.BeforeTick();
        Exchange(now, Listen());
        actuators.AfterTick();
        bool asks = device.Fault is DeviceFault.CartridgeEmpty or DeviceFault.CartridgeMissing || !actuators.CartridgePresent;
        panel.State(device.TriggerMode, asks);
        axes.Watched(now / TickNs);
        supervisor.Ticked(now);
    }

    private ReadOnlySpan<byte> Listen() => _input.AsSpan(0, wire.Read(_input));

    private void Exchange(long now, ReadOnlySpan<byte> heard)
    {
        device.Tick(unchecked((uint)(now / TickNs)), heard, _output);
        if (_output.WrittenCount > 0)
        {
            wire.Write(_output.WrittenSpan);
            _output.ResetWrittenCount();
        }
    }
}
