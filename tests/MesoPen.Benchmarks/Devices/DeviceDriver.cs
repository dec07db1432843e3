using System.Buffers;
using MesoPen.Protocol;
using MesoPen.Simulator;

namespace MesoPen.Benchmarks;

/// <summary>A simulated gun on virtual time with the least host that keeps it at work: it renews, extends permits and stores the journal.</summary>
internal sealed class DeviceDriver : IDisposable
{
    private const int RenewEveryMs = 50;
    private const int DoseNl = 20_000;
    private const int DepthUm = 1_400;

    private readonly FrameReader _reader = new();
    private readonly ArrayBufferWriter<byte> _heard = new(4096);
    private readonly byte[] _send = new byte[16 * FrameWriter.FrameMax];
    private readonly DeviceProfile _profile;
    private readonly SimulatedDevice _device;
    private int _sendCount;
    private ushort _seq;
    private uint _bootId;
    private uint _seenMs;
    private uint _permitId;
    private uint _shotLimit;
    private uint _lastId;
    private Result _result;
    private bool _greeted;
    private DeviceStatus _status;

    public DeviceDriver(OperatorPace pace)
    {
        _profile = Profiles.Tireless();
        _device = new SimulatedDevice(new SimulationOptions { Profile = _profile, Operator = pace });
    }

    /// <summary>Shots that the device has begun.</summary>
    public uint Shots => _device.Status!.Value.ShotCounter;

    public DeviceState State => _device.Status!.Value.State;

    /// <summary>A millisecond, with nobody at the line.</summary>
    public void StepAlone()
    {
        _heard.ResetWrittenCount();
        _device.Step(default, _heard);
    }

    /// <summary>A millisecond, with the host at the line.</summary>
    public void Step()
    {
        if (_permitId != 0 && _device.Ms % RenewEveryMs == 0)
        {
            Send(new PermitRenewRequest(_permitId, _seenMs));
        }

        _heard.ResetWrittenCount();
        _device.Step(_send.AsSpan(0, _sendCount), _heard);
        _sendCount = 0;
        Hear(_heard.WrittenSpan);
        if (_permitId != 0 && Shots + 3 >= _shotLimit)
        {
            Grant();
        }
    }

    /// <summary>From power on to ready: hello, self-test, prime, trigger mode.</summary>
    public void MakeReady(TriggerMode mode)
    {
        Send(new HelloRequest(1, 1, 77));
        Until(() => _greeted);
        Send(new SelfTestRequest(++_lastId));
        Until(() => _status is { State: DeviceState.Idle } && _status.Flags.HasFlag(DeviceFlags.SelfTestPassed));
        Send(new PrimeRequest(++_lastId, PrimePurpose.Prime, (uint)_profile.Plant.Head.DeadVolumeNl * 2));
        Until(() => _status is { State: DeviceState.Idle } && _status.Flags.HasFlag(DeviceFlags.Primed));
        Send(new TriggerModeRequest(mode));
        Step();
        Step();
        Require(_result == Result.Ok, "take the trigger mode");
    }

    /// <summary>Grants a first permit; <see cref="Step"/> renews and extends it from then on.</summary>
    public void Arm()
    {
        Grant();
        Step();
        Step();
        Require(_result == Result.Ok && State is DeviceState.Armed or DeviceState.Delivering, "arm");
    }

    public void Dispose() => _device.Dispose();

    private void Until(Func<bool> condition)
    {
        for (int ms = 0; ms < 20_000 && !condition(); ms++)
        {
            if (ms % 20 == 1)
            {
                Send(default(StatusRequest));
            }

            Step();
        }

        Require(condition(), "get ready");
    }

    private void Grant()
    {
        _shotLimit = Shots + (uint)_profile.Caps.PermitShotsMax;
        DeviceStatus now = _device.Status!.Value;
        Send(new PermitGrantRequest(
            ++_permitId, 3, now.TriggerMode, DepthUm, DoseNl, _shotLimit, now.VolumeCounterNl + ((ulong)_profile.Caps.PermitShotsMax * DoseNl),
            (ushort)_profile.Caps.MinIntervalMs, (ushort)_profile.Caps.LeaseMaxMs, _seenMs));
    }

    private void Send<T>(in T message)
        where T : struct, IMessage<T> =>
        _sendCount += FrameWriter.Write(_send.AsSpan(_sendCount), new FrameHeader(1, T.Type, ++_seq, _bootId), message);

    private void Hear(ReadOnlySpan<byte> bytes)
    {
        while (_reader.TryRead(ref bytes, out Frame frame))
        {
            _bootId = frame.Header.BootId;
            if (frame.Header.Type == HelloReply.Type)
            {
                _greeted = true;
            }
            else if (frame.Header.Type == MessageType.ShotEvent && ShotEvent.TryRead(frame.Payload, out ShotEvent shot, out _))
            {
                _seenMs = shot.DeviceMs;
                Send(new JournalAckRequest(shot.Entry.Shot));
            }
            else if (frame.Header.Type.IsReply && StatusReply.TryRead(frame.Payload, out StatusReply reply, out _))
            {
                (_status, _seenMs, _result) = (reply.Status, reply.Prefix.DeviceMs, reply.Prefix.Result);
            }
        }
    }

    private void Require(bool condition, string what)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"The device did not {what}: {_result}, {_device.Status}.");
        }
    }
}
