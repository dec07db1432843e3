using System.Runtime.ExceptionServices;
using MesoPen.Host.Links;
using MesoPen.Host.Loop;
using MesoPen.Protocol;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace MesoPen.Host.Connection;

/// <summary>
/// The way to one device: finds it, identifies and tests it, carries requests to it, notices when it is gone or was reset, and finds it
/// again, for ever, until it is stopped or the device is refused. Everything is called, and calls back, on the event loop.
/// </summary>
public sealed class DeviceConnection : ISessionEvents, IDisposable
{
    /// <summary>The one version of the protocol that the host speaks.</summary>
    public const byte ProtocolVersion = 1;

    private readonly EventLoop _loop;
    private readonly Func<IDeviceLink> _links;
    private readonly IConnectionEvents _events;
    private readonly ExpectedDevice _expected;
    private readonly ConnectionOptions _options;
    private readonly Random _chance;
    private readonly ResiliencePipeline _request;
    private readonly ResiliencePipeline _find;
    private readonly ResiliencePipeline _forever;
    private readonly CancellationTokenSource _stop = new();
    private DeviceSession? _session;
    private DeviceFacts? _facts;
    private DeviceFacts? _before;
    private uint _shotCounterSeen;
    private string _lastFailure = "";
    private bool _started;

    /// <param name="loop">Where everything runs, and whose time is used.</param>
    /// <param name="links">Makes a new link to the device's address, not yet opened, for each attempt.</param>
    /// <param name="events">Told what happens.</param>
    /// <param name="expected">Which device is meant.</param>
    /// <param name="chance">Jitter, nonces and first sequence numbers. Used on the loop only.</param>
    /// <param name="options">Times and counts; null for those of the field.</param>
    public DeviceConnection(
        EventLoop loop,
        Func<IDeviceLink> links,
        IConnectionEvents events,
        ExpectedDevice expected,
        Random chance,
        ConnectionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(loop);
        ArgumentNullException.ThrowIfNull(links);
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(chance);
        _loop = loop;
        _links = links;
        _events = events;
        _expected = expected;
        _chance = chance;
        _options = options ?? new ConnectionOptions();
        _request = FindingPipelines.Request(loop, _options);
        _find = FindingPipelines.Find(loop, _options);
        _forever = FindingPipelines.Forever(loop, _options, chance, TellWaiting);
    }

    /// <summary>Whether a device is connected: found, identified, tested, and heard of within the limit.</summary>
    public bool IsConnected => _facts is not null && _session is { IsOver: false };

    /// <summary>The connected device; null while none is.</summary>
    public DeviceFacts? Facts => IsConnected ? _facts : null;

    /// <summary>The newest uptime heard from the device in its present boot, ms; what a grant and a renewal must state. 0 while none is connected.</summary>
    public uint SeenDeviceMs => IsConnected ? _session!.SeenDeviceMs : 0;

    /// <summary>Begins to look for the device. Once only.</summary>
    public void Start()
    {
        _loop.AssertOnLoop();
        if (_started)
        {
            throw new InvalidOperationException("The connection was started before; make a new one.");
        }

        _started = true;
        _ = RunAsync();
    }

    /// <summary>Closes the link and looks no more. What waits for an answer fails. Nothing is told after this but that.</summary>
    public void Stop()
    {
        _loop.AssertOnLoop();
        _started = true;
        _stop.Cancel();
        _session?.End("The connection was closed.");
    }

    /// <summary>Counts the link as lost, for a reason that its user found, and looks for the device again. Without a connected device it does nothing.</summary>
    public void Drop(string reason)
    {
        _loop.AssertOnLoop();
        if (IsConnected)
        {
            _session!.End(reason);
        }
    }

    /// <summary>Frees what the connection held. <see cref="Stop"/> comes first, on the loop; this may come from anywhere.</summary>
    public void Dispose() => _stop.Dispose();

    /// <summary>Sends a request and does not wait: a stop, a renewal. What it answers comes by <see cref="IConnectionEvents.StatusSeen"/>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="urgent">Before all that waits in the link.</param>
    /// <returns>Whether it was handed to a link. A stop is, as soon as the line is open, whoever is at its other end.</returns>
    public bool SendNow<TRequest>(in TRequest request, bool urgent)
        where TRequest : struct, IMessage<TRequest>
    {
        _loop.AssertOnLoop();
        bool ready = IsConnected || (TRequest.Type == MessageType.Stop && _session is { IsOpen: true });
        if (ready)
        {
            _session!.Send(request, urgent);
        }

        return ready;
    }

    /// <summary>Sends a request that is answered by a status, repeats the same bytes while no answer comes, and gives the answer.</summary>
    /// <inheritdoc cref="RequestAsync{TRequest, TReply}" path="/exception"/>
    public Task<StatusReply> RequestAsync<TRequest>(in TRequest request, CancellationToken cancel = default)
        where TRequest : struct, IMessage<TRequest> => RequestAsync<TRequest, StatusReply>(request, cancel);

    /// <summary>Sends a request, repeats the same bytes while no answer comes, and gives the answer, whatever its result.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancel">Gives the request up; whether the device acted on it is then unknown. To be cancelled on the loop only.</param>
    /// <exception cref="RequestFailedException">No device is connected, or no answer came; then the link counts as lost.</exception>
    public Task<TReply> RequestAsync<TRequest, TReply>(in TRequest request, CancellationToken cancel = default)
        where TRequest : struct, IMessage<TRequest>
        where TReply : struct, IMessage<TReply>
    {
        _loop.AssertOnLoop();
        return IsConnected
            ? _session!.RequestAsync<TRequest, TReply>(request, null, cancel)
            : Task.FromException<TReply>(new RequestFailedException($"No device is connected: the request {TRequest.Type} was not sent."));
    }

    void ISessionEvents.StatusHeard(in DeviceStatus status, uint deviceMs)
    {
        if (IsConnected)
        {
            _shotCounterSeen = Math.Max(_shotCounterSeen, status.ShotCounter);
            _events.StatusSeen(status, deviceMs);
        }
    }

    void ISessionEvents.ShotHeard(in ShotEvent shot)
    {
        if (IsConnected)
        {
            _events.ShotSeen(shot);
        }
    }

    void ISessionEvents.FaultHeard(in FaultEvent fault)
    {
        if (IsConnected)
        {
            _events.FaultSeen(fault);
        }
    }

    void ISessionEvents.TraceHeard(in TraceEvent trace)
    {
        if (IsConnected)
        {
            _events.TraceSeen(trace);
        }
    }

    void ISessionEvents.OtherBootHeard()
    {
        if (IsConnected)
        {
            _events.BootChanged();
        }
    }

    private async Task RunAsync()
    {
        try
        {
            await FindForeverAsync();
        }
        catch (Exception failure)
        {
            // What nobody foresaw must end the loop, and with it the leases, and not vanish in a task.
            _loop.PostUrgent(() => ExceptionDispatchInfo.Throw(failure));
        }
    }

    private async Task FindForeverAsync()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                await _forever.ExecuteAsync(static (connection, stop) => connection.ConnectAndStayAsync(stop), this, _stop.Token);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Stopped by its user, who knows.
        }
        catch (RefusedException refused)
        {
            _stop.Cancel();
            _events.Refused(refused.Refusal);
        }
    }

    /// <summary>One attempt, and if it succeeds the connection until its end. Ends well if it held for long enough.</summary>
    private async ValueTask ConnectAndStayAsync(CancellationToken stop)
    {
        DeviceSession session = new(_loop, _links(), this, _options, _request, (ushort)_chance.Next(ushort.MaxValue + 1));
        _session = session;
        try
        {
            DeviceFacts facts = await FindAsync(session, stop);
            long since = _loop.GetTimestamp();
            _facts = facts;
            _before = facts;
            _shotCounterSeen = Math.Max(_shotCounterSeen, facts.Status.ShotCounter);
            session.Watch();
            _events.Connected(facts);
            string reason = await session.Ended;
            _facts = null;
            stop.ThrowIfCancellationRequested();
            _events.LinkLost(reason);
            if (_loop.GetElapsedTime(since) < _options.SettledAfter)
            {
                // A loose plug, most likely: wait longer and longer, but do not pause as for a device that contradicts itself.
                throw new AttemptFailedException(reason, answering: false);
            }
        }
        finally
        {
            _facts = null;
            session.End("The attempt to find the device ended.");
        }
    }

    private async Task<DeviceFacts> FindAsync(DeviceSession session, CancellationToken stop)
    {
        try
        {
            return await _find.ExecuteAsync(
                static async (state, cancel) =>
                {
                    await state.Session.OpenAsync(cancel);
                    return await state.Owner.IdentifyAsync(state.Session, cancel);
                },
                (Owner: this, Session: session),
                stop);
        }
        catch (RequestFailedException failure)
        {
            throw new AttemptFailedException(failure.Message, session.HasHeard);
        }
        catch (TimeoutRejectedException)
        {
            string what = session.IsOpen ? "could not be identified" : "did not open";
            throw new AttemptFailedException(
                $"{session.Where} {what} within {_options.FindTimeout.TotalSeconds:0.#} s: check the cable and that the device is on.", session.HasHeard);
        }
    }

    private Task<DeviceFacts> IdentifyAsync(DeviceSession session, CancellationToken cancel)
    {
        uint nonce = unchecked((uint)_chance.NextInt64());
        return new Identification(session, _expected, _before, _shotCounterSeen).RunAsync(nonce, cancel);
    }

    private void TellWaiting(Exception failure, TimeSpan pause)
    {
        if (failure is not BrokenCircuitException)
        {
            _lastFailure = failure.Message;
        }

        _events.Waiting(_lastFailure, pause);
    }
}
