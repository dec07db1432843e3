using MesoPen.Host.Connection;
using MesoPen.Host.Control;
using MesoPen.Host.Links;
using MesoPen.Host.Loop;
using MesoPen.Protocol;

namespace MesoPen.Host.Calibration;

/// <summary>
/// A device on the bench, spoken to on an event loop: every call comes from the loop and goes on there. <see cref="ThreadCalibrationDevice"/> gives it
/// a loop of its own.
/// </summary>
public sealed class LoopCalibrationDevice : ICalibrationDevice, IConnectionEvents
{
    // How long a device that is gone is waited for: a plug that is put back, a reset.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // Well below the 250 ms of silence that end a move.
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    // The travel of a home switch (the firmware's own bound): nearer home the switch does not tell whether the needle is out.
    private const int HomeSwitchUm = 500;

    // A move that a touch ended is asked for once more, and once again; then a person has to look.
    private const int Tries = 3;

    // A device that hears nothing for 250 ms takes a held needle home. It answers what it hears: so long a gap between its answers may have been one.
    private const uint SilenceMs = 230;

    private readonly EventLoop _loop;
    private readonly DeviceConnection _connection;
    private TaskCompletionSource? _connected;
    private CalibrationDeviceException? _refused;
    private long _interruptions;
    private uint? _answeredMs;
    private bool _isHeldBeyondSwitch;
    private bool _stopped;
    private string _away = "The device has not been found yet.";

    /// <param name="loop">Where everything runs.</param>
    /// <param name="links">Makes a new link to the device's address for each attempt.</param>
    /// <param name="expected">Which device is meant.</param>
    /// <param name="chance">Jitter, nonces and first sequence numbers.</param>
    /// <param name="options">Times and counts; null for those of the field.</param>
    public LoopCalibrationDevice(EventLoop loop, Func<IDeviceLink> links, ExpectedDevice expected, Random chance, ConnectionOptions? options = null)
    {
        _loop = loop;
        _connection = new DeviceConnection(loop, links, this, expected, chance, options);
    }

    /// <inheritdoc />
    public long Interruptions => Interlocked.Read(ref _interruptions);

    /// <summary>Begins to look for the device. Once only, on the loop.</summary>
    public void Start() => _connection.Start();

    /// <inheritdoc />
    public async Task<DeviceFacts> FactsAsync(CancellationToken cancel = default) =>
        await TryAsync(async () =>
        {
            DeviceFacts facts = await ConnectedAsync(cancel);
            return await ReadFactsAsync(facts, cancel);
        });

    /// <inheritdoc />
    public Task<DeviceStatus> StatusAsync(CancellationToken cancel = default) => TryAsync(async () =>
    {
        await ConnectedAsync(cancel);
        return (await _connection.RequestAsync(new StatusRequest(), cancel)).Status;
    });

    /// <inheritdoc />
    public async Task MoveNeedleAsync(int depthUm, CancellationToken cancel = default)
    {
        for (int attempt = 0; attempt < Tries; attempt++)
        {
            if (attempt > 0)
            {
                // It begins anew at home.
                Interlocked.Increment(ref _interruptions);
            }

            _isHeldBeyondSwitch = false;
            await ApplyAsync(id => new CalibrationMoveRequest(id, CalibrationAxis.Needle, depthUm), null, cancel);
            DeviceStatus status = await RestAsync(null, cancel);
            bool home = status.Flags.HasFlag(DeviceFlags.NeedleHome);
            if (depthUm == 0 ? home : depthUm <= HomeSwitchUm || !home)
            {
                _isHeldBeyondSwitch = depthUm > HomeSwitchUm;
                return;
            }
        }

        throw EndedEarly("The needle did not stay where it was sent");
    }

    /// <inheritdoc />
    public async Task<long> DispenseAsync(long totalNl, uint bootId, CancellationToken cancel = default)
    {
        uint before = (await StatusAsync(cancel)).RemainingNl;
        uint left = before;
        for (int attempt = 0; attempt < Tries; attempt++)
        {
            // Asked again, a device that is there moves nothing; one that was interrupted goes on to the same place.
            bool beyond = await ApplyAsync(
                id => new CalibrationMoveRequest(id, CalibrationAxis.Plunger, checked((int)totalNl)), bootId, cancel, mayBeBeyond: attempt > 0);
            uint now = (await RestAsync(bootId, cancel)).RemainingNl;
            if (beyond || now == left)
            {
                return (long)before - now;
            }

            left = now;
        }

        throw EndedEarly("The plunger did not come to where it was sent");
    }

    /// <inheritdoc />
    public async Task RetractAsync(CancellationToken cancel = default)
    {
        _isHeldBeyondSwitch = false;
        await TryAsync(async () =>
        {
            await ConnectedAsync(cancel);
            return await _connection.RequestAsync(new RetractRequest(), cancel);
        });
        await RestAsync(null, cancel);
    }

    /// <inheritdoc />
    public async Task ClearFaultAsync(CancellationToken cancel = default)
    {
        DeviceStatus status = await StatusAsync(cancel);
        if (status.Fault == DeviceFault.None)
        {
            return;
        }

        StatusReply reply = await TryAsync(() => _connection.RequestAsync(new FaultClearRequest(status.FaultSeq), cancel));
        if (DeviceWords.Refusal(reply.Prefix) is { } refusal)
        {
            throw new CalibrationDeviceException(
                CalibrationDeviceTrouble.Faulted, $"The device's fault {(int)status.Fault} cannot be cleared: {refusal}.", status.Fault);
        }
    }

    /// <inheritdoc />
    public async Task<DeviceFacts> SetCalibrationAsync(
        DeviceScale scale, uint dueDay, string? certificateSha256, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(scale);
        CertificateMark mark = certificateSha256 is null ? default : CertificateMark.Of(certificateSha256);
        CalibrationSetRequest Request(uint id) =>
            new(id, checked((uint)scale.PlungerPpm), scale.NeedleOffsetUm, checked((ushort)scale.BacklashUm), dueDay, mark);
        await ApplyAsync(Request, null, cancel);
        await RestAsync(null, cancel);
        DeviceFacts facts = await FactsAsync(cancel);
        string? held = mark.IsNone ? null : mark.ToString();
        return facts.Scale == scale && facts.CalibrationDueDay == dueDay && facts.Certificate == held
            ? facts
            : throw new CalibrationDeviceException(
                CalibrationDeviceTrouble.Refused, "The device took an adjustment and says that it holds another: have it serviced.");
    }

    /// <summary>Stops whatever moves, before all else, and says it again until the device has heard it. Gives whether it said so. On the loop.</summary>
    public async Task<bool> StopAsync()
    {
        for (long since = _loop.GetTimestamp(); _loop.GetElapsedTime(since) < Patience;)
        {
            _connection.SendNow(new StopRequest(), urgent: true);
            await Task.Delay(Poll, _loop);
            if (_stopped)
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _connection.Stop();
        _connection.Dispose();
        return ValueTask.CompletedTask;
    }

    void IConnectionEvents.Connected(DeviceFacts facts) => Interlocked.Exchange(ref _connected, null)?.TrySetResult();

    void IConnectionEvents.Refused(ConnectionRefusal refusal)
    {
        _refused = new CalibrationDeviceException(CalibrationDeviceTrouble.NotThisDevice, refusal.Sentence);
        Interlocked.Exchange(ref _connected, null)?.TrySetException(_refused);
    }

    void IConnectionEvents.LinkLost(string reason) => _away = reason;

    void IConnectionEvents.Waiting(string reason, TimeSpan pause) => _away = reason;

    void IConnectionEvents.StatusSeen(DeviceStatus status, uint deviceMs)
    {
        _stopped = status.State is DeviceState.Stopped or DeviceState.Faulted && status.Flags.HasFlag(DeviceFlags.PlungerStill);
        bool silent = _answeredMs is { } last && (deviceMs < last || deviceMs - last >= SilenceMs);
        bool gone = _isHeldBeyondSwitch && status.Flags.HasFlag(DeviceFlags.NeedleHome);
        _isHeldBeyondSwitch &= !gone;
        _answeredMs = deviceMs;
        if (silent || gone)
        {
            Interlocked.Increment(ref _interruptions);
        }
    }

    void IConnectionEvents.ShotSeen(ShotEvent shot)
    {
    }

    void IConnectionEvents.FaultSeen(FaultEvent fault)
    {
    }

    void IConnectionEvents.BootChanged()
    {
    }

    private static CalibrationDeviceException EndedEarly(string what) => new(
        CalibrationDeviceTrouble.EndedEarly, $"{what}: hold the head off everything and leave the cable in.");

    private async Task<DeviceFacts> ConnectedAsync(CancellationToken cancel)
    {
        if (_connection.Facts is { } now)
        {
            return now;
        }

        if (_refused is not null)
        {
            throw new CalibrationDeviceException(_refused.Trouble, _refused.Message);
        }

        try
        {
            await (_connected ??= new TaskCompletionSource()).Task.WaitAsync(Patience, _loop, cancel);
        }
        catch (TimeoutException)
        {
            throw new CalibrationDeviceException(CalibrationDeviceTrouble.Away, _away);
        }

        return _connection.Facts ?? throw new CalibrationDeviceException(CalibrationDeviceTrouble.Away, _away);
    }

    /// <summary>Sends a request with the next id until the device has taken it. Gives whether it is beyond the target already.</summary>
    private async Task<bool> ApplyAsync<T>(Func<uint, T> request, uint? bootId, CancellationToken cancel, bool mayBeBeyond = false)
        where T : struct, IMessage<T>
    {
        for (long since = _loop.GetTimestamp(); ;)
        {
            Result? result = await AskAsync(request, bootId, cancel);
            if (result is Result.Ok or Result.Already)
            {
                return false;
            }

            if (result == Result.OutOfRange && mayBeBeyond)
            {
                return true;
            }

            bool passes = result is null or Result.WrongState or Result.StaleId or Result.WrongBoot;
            if (!passes || _loop.GetElapsedTime(since) > Patience)
            {
                throw result is { } refusal
                    ? new CalibrationDeviceException(
                        CalibrationDeviceTrouble.Refused, $"The device refused {T.Type}: {DeviceWords.Refusal(new ReplyPrefix(refusal, 0, 0))}.") { Refusal = refusal }
                    : new CalibrationDeviceException(CalibrationDeviceTrouble.Away, _away);
            }

            await Task.Delay(Poll, _loop, cancel);
        }
    }

    /// <summary>Sends a request once. Null if the link was lost before an answer came.</summary>
    private async Task<Result?> AskAsync<T>(Func<uint, T> request, uint? bootId, CancellationToken cancel)
        where T : struct, IMessage<T>
    {
        DeviceFacts facts = await ConnectedAsync(cancel);
        RequireBoot(facts.BootId, bootId);
        try
        {
            StatusReply before = await _connection.RequestAsync(new StatusRequest(), cancel);
            RequireSound(before.Status);
            return (await _connection.RequestAsync(request(before.Status.LastId + 1), cancel)).Prefix.Result;
        }
        catch (RequestFailedException) when (!_connection.IsConnected)
        {
            return null;
        }
        catch (RequestFailedException unknown)
        {
            throw new CalibrationDeviceException(CalibrationDeviceTrouble.TooOld, unknown.Message);
        }
    }

    /// <summary>Waits until nothing moves.</summary>
    private async Task<DeviceStatus> RestAsync(uint? bootId, CancellationToken cancel)
    {
        while (true)
        {
            DeviceFacts facts = await ConnectedAsync(cancel);
            RequireBoot(facts.BootId, bootId);
            try
            {
                DeviceStatus status = (await _connection.RequestAsync(new StatusRequest(), cancel)).Status;
                RequireSound(status);
                if (status.State == DeviceState.Idle && status.Flags.HasFlag(DeviceFlags.PlungerStill))
                {
                    return status;
                }
            }
            catch (RequestFailedException) when (!_connection.IsConnected)
            {
                // Looked for again; the move goes on or has ended, and the next status tells.
                continue;
            }

            await Task.Delay(Poll, _loop, cancel);
        }
    }

    private async Task<DeviceFacts> ReadFactsAsync(DeviceFacts facts, CancellationToken cancel)
    {
        IdentityReply identity = await _connection.RequestAsync<IdentityRequest, IdentityReply>(default, cancel);
        CapabilitiesReply caps = await _connection.RequestAsync<CapabilitiesRequest, CapabilitiesReply>(default, cancel);
        StatusReply status = await _connection.RequestAsync(new StatusRequest(), cancel);
        return DeviceFacts.Of(facts.Where, identity, caps, _connection.Facts?.BootId ?? facts.BootId, status.Status);
    }

    private static void RequireBoot(uint now, uint? bootId)
    {
        if (bootId is { } meant && now != meant)
        {
            throw new CalibrationDeviceException(
                CalibrationDeviceTrouble.Reset,
                "The device was reset in the middle: what it dispensed counts from 0 again, so this reading is void.");
        }
    }

    private static void RequireSound(in DeviceStatus status)
    {
        if (status.Fault != DeviceFault.None)
        {
            throw new CalibrationDeviceException(
                CalibrationDeviceTrouble.Faulted,
                $"The device has latched fault {(int)status.Fault} ({status.Fault}): see to it and clear it.", status.Fault);
        }
    }

    private async Task<T> TryAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (RequestFailedException) when (!_connection.IsConnected)
        {
            // Nothing is asked here that a second time would change.
            await ConnectedAsync(CancellationToken.None);
        }

        try
        {
            return await ask();
        }
        catch (RequestFailedException failure)
        {
            throw new CalibrationDeviceException(CalibrationDeviceTrouble.Away, failure.Message);
        }
    }
}
