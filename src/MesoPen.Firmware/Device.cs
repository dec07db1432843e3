using System.Buffers;
using MesoPen.Protocol;

namespace MesoPen.Firmware;

/// <summary>
/// One device: the firmware's end of the wire, as <c>hardware/protocol.md</c> says. It has no threads and no clock; whoever owns
/// it calls
/// <see cref="Tick"/> about once a millisecond, and everything happens in there. A new object over the same memory is a reset.
/// </summary>
public sealed class Device
{
    private readonly StatusBoard _board;
    private readonly Outbox _outbox;
    private readonly RequestHandler _requests;
    private readonly StopLane _stopLane = new();
    private readonly TraceLane _traces;

    /// <summary>Boots: halts what moves, brings the needle home, reads the memory and counts the boot.</summary>
    /// <param name="configuration">What is burnt into the device.</param>
    /// <param name="actuators">Its muscles and senses.</param>
    /// <param name="memory">What outlives a reset; at least <see cref="NonVolatileLayout.RequiredLength"/> bytes.</param>
    /// <param name="bootSalt">Tells this device's boot ids from another's. The first over a memory is kept in it.</param>
    /// <exception cref="ArgumentException">The configuration cannot be kept, or the memory is too small for it.</exception>
    public Device(DeviceConfiguration configuration, IActuators actuators, INonVolatile memory, uint bootSalt)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(actuators);
        ArgumentNullException.ThrowIfNull(memory);
        ConfigurationCheck.Require(configuration, memory.Length);
        Machine = new Machine(configuration, actuators, memory, bootSalt);
        _board = new StatusBoard(Machine);
        _outbox = new Outbox(Machine.Counters.BootId);
        _traces = new TraceLane(Machine, _outbox);
        _requests = new RequestHandler(Machine, _board, _traces, _outbox, new MotionDesk(Machine));
    }

    internal Machine Machine { get; }

    /// <summary>Id of this boot: never 0, never that of an earlier boot over the same memory.</summary>
    public uint BootId => Machine.Counters.BootId;

    /// <summary>What a status reply would say now.</summary>
    public DeviceStatus Status => _board.Read(_requests.FramesBad);

    /// <summary>The trigger mode that the status would say.</summary>
    public TriggerMode TriggerMode => Machine.Trigger.Mode;

    /// <summary>The fault that the status would say.</summary>
    public DeviceFault Fault => Machine.Latch.Fault;

    /// <summary>
    /// One tick. Lease and stop come first, then the sensors, then the host's requests, and only then does any motion go on; so a
    /// tick that comes late moves nothing that should have ended. Allocates nothing.
    /// </summary>
    /// <param name="nowMs">Uptime, ms; wraps.</param>
    /// <param name="input">Bytes that have come from the host since the last tick.</param>
    /// <param name="output">Takes the bytes for the host.</param>
    /// <remarks>An exception means that the firmware or its seams are broken; motion is ended before it leaves.</remarks>
    public void Tick(uint nowMs, ReadOnlySpan<byte> input, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        try
        {
            _outbox.Open(output);
            Run(nowMs, input);
        }
        catch
        {
            // What cannot happen has happened. The plunger stands and the needle comes back before anyone hears of it.
            Machine.Abandon();
            throw;
        }
        finally
        {
            _outbox.Close();
        }
    }

    private void Run(uint nowMs, ReadOnlySpan<byte> input)
    {
        Machine.Wake(nowMs);
        if (_stopLane.Finds(input))
        {
            Machine.Stop();
        }

        Machine.Watch();
        _requests.Answer(input);
        bool ended = Machine.Advance(out ShotEntry entry);
        if (Machine.Ready)
        {
            Tell(ended, entry);
            _traces.Advance();
        }
    }

    private void Tell(bool ended, in ShotEntry entry)
    {
        uint nowMs = Machine.Clock.WireMs;
        if (ended)
        {
            _outbox.Event(new ShotEvent(nowMs, entry, Machine.VolumeNl, _board.RemainingNl()));
        }

        if (Machine.Latch.Untold)
        {
            Machine.Latch.Told();
            _outbox.Event(new FaultEvent(nowMs, Machine.Latch.Fault, Machine.Latch.Seq, Status));
        }

        if (_board.HasChanged())
        {
            _outbox.Event(new StateEvent(nowMs, Status));
        }
    }
}
