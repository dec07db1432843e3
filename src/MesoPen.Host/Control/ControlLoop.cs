using MesoPen.Host.Connection;
using MesoPen.Host.Loop;
using MesoPen.Host.Records;
using MesoPen.Kernel;
using MesoPen.Protocol;

namespace MesoPen.Host.Control;

/// <summary>
/// The one writer: takes every event to the <see cref="Session"/> and carries its effects out. All of it runs on the
/// <see cref="EventLoop"/>; only <see cref="Ask"/> and <see cref="RequestStop"/> may be called from elsewhere.
/// </summary>
/// <remarks>
/// Requests to the device go one after another, in the order of the effects. Three things have ways of their own: a stop goes before all and is
/// repeated until the device stands still; renewals of the lease go by a timer and are not waited for; status polls are the connection's.
/// </remarks>
public sealed class ControlLoop : IConnectionEvents, IDisposable
{
    // SR-073: a fifth of the longest lease (250 ms): four renewals may be lost or late before the device disarms.
    private static readonly TimeSpan RenewInterval = TimeSpan.FromMilliseconds(50);

    // SR-062: a stop is repeated until the device says that it stands still.
    private static readonly TimeSpan StopInterval = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan RecordRetryInterval = TimeSpan.FromMilliseconds(500);

    private readonly EventLoop _loop;
    private readonly RecordLane _records;
    private readonly SessionRecordCodec _codec;
    private readonly string _sessionId;
    private readonly Queue<Func<Task>> _requests = new();
    private readonly ITimer _renewTimer, _stopTimer, _recordTimer;
    private DeviceConnection? _connection;
    private DeviceStatus _status;
    private CancellationTokenSource? _granting;
    private uint _livePermit;
    private long? _stopAsked;
    private uint _lastId;
    private bool _requesting;
    private bool _stopping;
    private int _stops;

    /// <param name="loop">Where everything runs.</param>
    /// <param name="session">The session, restored if it goes on with an earlier one.</param>
    /// <param name="records">Where records are written.</param>
    /// <param name="plan">Names the zones in records.</param>
    /// <param name="sessionId">Id that stands on every record.</param>
    public ControlLoop(EventLoop loop, Session session, RecordLane records, TreatmentPlan plan, string sessionId)
    {
        ArgumentNullException.ThrowIfNull(loop);
        (_loop, Session, _records, _codec, _sessionId) = (loop, session, records, new SessionRecordCodec(plan), sessionId);
        _renewTimer = loop.CreateTimer(_ => Renew(), null, RenewInterval, RenewInterval);
        _stopTimer = loop.CreateTimer(_ => StopAgain(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _recordTimer = loop.CreateTimer(_ => _records.Retry(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The session. To be read on the loop only.</summary>
    public Session Session { get; }

    /// <summary>Who the device is; null while none is connected.</summary>
    public DeviceFacts? Facts { get; private set; }

    /// <summary>The device says, or said when it was heard last, that it is simulated: a link that is gone makes no patient.</summary>
    public bool Simulated { get; private set; }

    /// <summary>Why the device must not be used; null if it may.</summary>
    public ConnectionRefusal? Refusal { get; private set; }

    /// <summary>Whether a person asked for a stop in this run.</summary>
    public bool StopAsked { get; private set; }

    /// <summary>Called on the loop with everything that a person should see.</summary>
    public Action<NoticeKind, string>? Noticed { get; set; }

    /// <summary>Called on the loop when the device says that plunger and needle are at rest, after a stop that a person asked for.</summary>
    public Action? StoodStill { get; set; }

    /// <summary>Called on the loop after every event.</summary>
    public Action? Changed { get; set; }

    /// <summary>Now, ms since 1970-01-01 UTC.</summary>
    public long NowUnixMs => _loop.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Begins to look for the device.</summary>
    public void Start(DeviceConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _connection = connection;
        Take(new SessionEvent.Connecting(NowUnixMs));
        connection.Start();
    }

    /// <summary>Takes what a person asked for, from any thread. False if too much waits already.</summary>
    public bool Ask(Func<long, SessionEvent> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return _loop.Post(() => Take(happened(NowUnixMs)));
    }

    /// <summary>Stop, from any thread: waits behind nothing. How long it took is said when the device stands still.</summary>
    public void RequestStop(string person)
    {
        long asked = _loop.GetTimestamp();
        _loop.PostUrgent(() =>
        {
            StopAsked = true;
            _stopAsked ??= asked;
            Take(new SessionEvent.Stop(NowUnixMs, person));
        });
    }

    /// <summary>Takes an event, on the loop.</summary>
    public void Take(SessionEvent happened)
    {
        _loop.AssertOnLoop();
        foreach (Effect effect in Session.Step(happened))
        {
            CarryOut(effect);
        }

        if (!_stopping && !Session.Releasing && Session.IsIn(SessionState.Stopped)
            && Session.Device is { Condition: not (DeviceCondition.Stopped or DeviceCondition.Faulted) })
        {
            // A release that was sent before the stop and arrived after it, or another program: what a person stopped is stopped again.
            RepeatStop();
        }

        if (_stopAsked is { } asked && StopDone)
        {
            _stopAsked = null;
            long ms = (long)Math.Ceiling(_loop.GetElapsedTime(asked).TotalMilliseconds);
            Noticed?.Invoke(NoticeKind.Info, $"The device said {ms} ms after the stop that plunger and needle are at rest.");
            StoodStill?.Invoke();
        }

        Changed?.Invoke();
    }

    /// <inheritdoc />
    public void Connected(DeviceFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        (Facts, Simulated, _status, _lastId) = (facts, facts.Simulated, facts.Status, facts.Status.LastId);
        Take(new SessionEvent.Identified(NowUnixMs, DeviceWords.Identity(facts), DeviceWords.Snapshot(facts.Status, facts.BootId, _connection!.SeenDeviceMs)));
    }

    /// <inheritdoc />
    public void Refused(ConnectionRefusal refusal)
    {
        Refusal = refusal;
        Changed?.Invoke();
    }

    /// <inheritdoc />
    public void LinkLost(string reason)
    {
        (Facts, _livePermit) = (null, 0);
        _requests.Clear();
        Take(new SessionEvent.LinkLost(NowUnixMs, reason));
        Take(new SessionEvent.Connecting(NowUnixMs));
    }

    /// <inheritdoc />
    public void Waiting(string reason, TimeSpan pause) => Noticed?.Invoke(NoticeKind.Info, reason);

    /// <inheritdoc />
    public void StatusSeen(DeviceStatus status, uint deviceMs)
    {
        if (Facts is { } facts)
        {
            _status = status;
            _lastId = Math.Max(_lastId, status.LastId);
            Take(new SessionEvent.StatusSeen(NowUnixMs, DeviceWords.Snapshot(status, facts.BootId, deviceMs)));
        }
    }

    /// <inheritdoc />
    public void ShotSeen(ShotEvent shot)
    {
        if (Facts is not null)
        {
            Take(new SessionEvent.Journal(NowUnixMs, [DeviceWords.Shot(shot.Entry)], ReadFrom: null));
        }
    }

    /// <inheritdoc />
    public void FaultSeen(FaultEvent fault)
    {
        // The status that came with it was told before: the kernel knows.
    }

    /// <inheritdoc />
    public void BootChanged() => Noticed?.Invoke(NoticeKind.Info, "The device was reset; it is being identified again.");

    /// <inheritdoc />
    public void Dispose()
    {
        _renewTimer.Dispose();
        _stopTimer.Dispose();
        _recordTimer.Dispose();
    }

    /// <summary>Writes down, on the loop, what was decided beside the kernel: who took the control over.</summary>
    public void Note(string what, string text) => _records.Submit(
        [_codec.Encode(_sessionId, NowUnixMs, new SessionRecord.Decision(what, text))],
        failure => _recordTimer.Change(failure is null ? Timeout.InfiniteTimeSpan : RecordRetryInterval, Timeout.InfiniteTimeSpan));

    private void CarryOut(Effect effect)
    {
        switch (effect)
        {
            case Effect.Record record: WriteDown(record); break;
            case Effect.Show show: Noticed?.Invoke(show.Kind, show.Text); break;
            case Effect.Stop: _stops++; _requests.Clear(); RepeatStop(); _granting?.Cancel(); break;
            case Effect.Grant grant: Request(() => GrantAsync(grant.Permit)); break;
            case Effect.Revoke revoke: Revoke(revoke.PermitId); break;
            case Effect.ReadJournal read: Request(() => ReadJournalAsync(read.FromShot)); break;
            case Effect.AckJournal ack: Request(() => SendAsync(new JournalAckRequest(ack.UpToShot))); break;
            case Effect.SelfTest: Request(() => SendAsync(new SelfTestRequest(NextId()))); break;
            case Effect.Prime prime: Request(() => PrimeAsync(prime.Volume)); break;
            case Effect.ClearFault clear: Request(() => ClearAsync(clear.FaultSeq)); break;
            default: throw new InvalidOperationException($"No way to carry out {effect.GetType().Name}.");
        }
    }

    private void WriteDown(Effect.Record record)
    {
        long now = NowUnixMs;
        RecordEntry[] entries = [.. record.Records.Select(each => _codec.Encode(_sessionId, now, each))];
        _records.Submit(entries, failure =>
        {
            if (failure is null)
            {
                Take(new SessionEvent.Recorded(NowUnixMs, record.Ticket));
            }
            else
            {
                _recordTimer.Change(RecordRetryInterval, Timeout.InfiniteTimeSpan);
                Take(new SessionEvent.RecordFailed(NowUnixMs, failure.Message));
            }
        });
    }

    /// <summary>A grant that waits for its answer is not sent again: it would be granted after its end.</summary>
    private void Revoke(uint permitId)
    {
        _livePermit = 0;
        _granting?.Cancel();
        Request(() => SendAsync(new PermitRevokeRequest(permitId)));
    }

    private void Renew()
    {
        if (_livePermit != 0 && _connection is { IsConnected: true } connection && Session.IsIn(SessionState.Armed))
        {
            connection.SendNow(new PermitRenewRequest(_livePermit, connection.SeenDeviceMs), urgent: false);
        }
    }

    private bool StopDone => Session.StandsStill && _status.State is DeviceState.Stopped or DeviceState.Faulted;

    /// <summary>Goes on until the device stands still under a latched stop or fault; without a link, until there is one.</summary>
    private void RepeatStop()
    {
        _livePermit = 0;
        _connection?.SendNow(new StopRequest(), urgent: true);
        _stopping = !StopDone;
        _stopTimer.Change(_stopping ? StopInterval : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The timer's turn: once the device stands still, or a person has released it meanwhile, nobody wants another stop.</summary>
    private void StopAgain()
    {
        _stopping = Session.IsIn(SessionState.Stopped) && !StopDone;
        if (_stopping)
        {
            RepeatStop();
        }
    }

    private void Request(Func<Task> request)
    {
        _requests.Enqueue(request);
        if (!_requesting)
        {
            _ = RequestInOrderAsync();
        }
    }

    private async Task RequestInOrderAsync()
    {
        _requesting = true;
        try
        {
            while (_requests.TryDequeue(out Func<Task>? next))
            {
                await next();
            }
        }
        catch (RequestFailedException failure)
        {
            // The link counts as lost, also if the device does answer but not as the protocol says: what waited is void, settling begins anew
            // when the device is back.
            _requests.Clear();
            _connection!.Drop(failure.Message);
        }
        catch (Exception defect)
        {
            // A defect of this program ends the control path; the device's lease ends the permit.
            _loop.PostUrgent(() => throw new InvalidOperationException("The control path failed.", defect));
        }
        finally
        {
            _requesting = false;
        }
    }

    private async Task<ReplyPrefix> SendAsync<TRequest>(TRequest request)
        where TRequest : struct, IMessage<TRequest> => (await _connection!.RequestAsync(request)).Prefix;

    private async Task GrantAsync(Permit permit)
    {
        TriggerMode mode = (TriggerMode)permit.Trigger;
        if (_status.TriggerMode != mode && DeviceWords.Refusal(await SendAsync(new TriggerModeRequest(mode))) is { } modeRefusal)
        {
            Take(new SessionEvent.GrantAnswered(NowUnixMs, permit.Id, modeRefusal));
            return;
        }

        if (Session.Ledger.Open != permit || !Session.IsIn(SessionState.Armed))
        {
            return;
        }

        using CancellationTokenSource granting = new();
        _granting = granting;
        string? refusal;
        try
        {
            StatusReply reply = await _connection!.RequestAsync(DeviceWords.Grant(permit, _connection.SeenDeviceMs), granting.Token);
            refusal = DeviceWords.Refusal(reply.Prefix);
        }
        catch (OperationCanceledException) when (granting.IsCancellationRequested)
        {
            return;
        }
        finally
        {
            _granting = null;
        }

        if (refusal is null && Session.IsIn(SessionState.Armed))
        {
            _livePermit = permit.Id;
        }

        Take(new SessionEvent.GrantAnswered(NowUnixMs, permit.Id, refusal));
    }

    private async Task ReadJournalAsync(uint from)
    {
        int stops = _stops;
        JournalReadReply reply = await _connection!.RequestAsync<JournalReadRequest, JournalReadReply>(new JournalReadRequest(from, ShotEntries.Max));
        if (stops != _stops)
        {
            // The kernel asks anew after a stop, and would take this for the answer: it may not know of the last shot.
            return;
        }

        List<Shot> shots = new(reply.Entries.Count);
        for (int i = 0; i < reply.Entries.Count; i++)
        {
            shots.Add(DeviceWords.Shot(reply.Entries[i]));
        }

        Take(new SessionEvent.Journal(NowUnixMs, shots, ReadFrom: from));
    }

    private async Task PrimeAsync(Volume volume)
    {
        ReplyPrefix prefix = await SendAsync(new PrimeRequest(NextId(), PrimePurpose.Prime, checked((uint)volume.Nl)));
        Take(new SessionEvent.PrimeAnswered(NowUnixMs, DeviceWords.Refusal(prefix)));
    }

    /// <summary>After the last id of a boot, which only another program can have used, comes 0: the device refuses it, until it is switched off and on.</summary>
    private uint NextId() => _lastId = unchecked(_lastId + 1);

    private async Task ClearAsync(uint faultSeq)
    {
        if (DeviceWords.Refusal(await SendAsync(new FaultClearRequest(faultSeq))) is { } refusal)
        {
            Noticed?.Invoke(NoticeKind.Refused, $"The device keeps the fault: {refusal}.");
        }
    }
}
