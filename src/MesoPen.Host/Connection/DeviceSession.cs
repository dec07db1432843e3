using MesoPen.Host.Links;
using MesoPen.Host.Loop;
using MesoPen.Protocol;
using Polly;
using Polly.Timeout;

namespace MesoPen.Host.Connection;

/// <summary>
/// One open link and one boot of the device on it: frames out, frames in, answers to who waits for them, and the watch for silence. Ends
/// once, for a reason in words; all that waits then fails. On the loop only.
/// </summary>
internal sealed class DeviceSession : ILinkInboxUser
{
    private readonly EventLoop _loop;
    private readonly IDeviceLink _link;
    private readonly ISessionEvents _events;
    private readonly ConnectionOptions _options;
    private readonly ResiliencePipeline _repeat;
    private readonly LinkInbox _inbox;
    private readonly FrameReader _reader = new();
    private readonly List<PendingRequest> _pending = [];
    private readonly TaskCompletionSource _opened = new();
    private readonly TaskCompletionSource<string> _ended = new();
    private readonly ITimer _beat;
    private readonly long _silenceTicks;
    private readonly long _statusTicks;
    private ushort _seq;
    private long _lastHeard;
    private long _lastSent;
    private bool _watching;
    private bool _heardClock;

    /// <param name="loop">Where all of this runs.</param>
    /// <param name="link">A link not yet opened; the session disposes it.</param>
    /// <param name="events">Told what is heard.</param>
    /// <param name="options">Times.</param>
    /// <param name="repeat">Runs an attempt, and runs it again when it timed out.</param>
    /// <param name="firstSeq">Sequence number of the first request: another one each session, so that no late answer of the last one fits.</param>
    public DeviceSession(
        EventLoop loop, IDeviceLink link, ISessionEvents events, ConnectionOptions options, ResiliencePipeline repeat, ushort firstSeq)
    {
        _loop = loop;
        _link = link;
        _events = events;
        _options = options;
        _repeat = repeat;
        _seq = firstSeq;
        _inbox = new LinkInbox(loop, this);
        _silenceTicks = loop.ToTimestampTicks(options.SilenceLimit);
        _statusTicks = loop.ToTimestampTicks(options.StatusInterval);
        _beat = loop.CreateTimer(static session => ((DeviceSession)session!).Beat(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Completes when the session is over, with the reason.</summary>
    public Task<string> Ended => _ended.Task;

    public bool IsOver { get; private set; }

    /// <summary>Whether the line is open, whatever is at its other end.</summary>
    public bool IsOpen => _opened.Task.IsCompletedSuccessfully && !IsOver;

    /// <summary>Whether anything that passes for a device's frame was ever heard.</summary>
    public bool HasHeard { get; private set; }

    /// <summary>The boot that the device told with its hello; 0 before.</summary>
    public uint BootId { get; private set; }

    /// <summary>The newest uptime of the device heard in this boot, ms.</summary>
    public uint SeenDeviceMs { get; private set; }

    public string Where => _link.Name;

    /// <summary>Opens the link. Fails with <see cref="AttemptFailedException"/> if it does not open.</summary>
    public async Task OpenAsync(CancellationToken cancel)
    {
        _link.Open(_inbox);
        await _opened.Task.WaitAsync(cancel);
    }

    /// <summary>Begins to watch for silence and to ask for the status when nothing else is said.</summary>
    public void Watch()
    {
        _watching = true;
        _lastHeard = _loop.GetTimestamp();
        Beat();
    }

    /// <summary>Sends a request whose answer nobody waits for.</summary>
    public void Send<TRequest>(in TRequest request, bool urgent)
        where TRequest : struct, IMessage<TRequest>
    {
        if (IsOver)
        {
            return;
        }

        Span<byte> frame = stackalloc byte[FrameWriter.FrameMax];
        int length = FrameWriter.Write(frame, NextHeader(TRequest.Type), request);
        _lastSent = _loop.GetTimestamp();
        _link.Send(frame[..length], urgent);
    }

    /// <summary>Sends a request, the same bytes again while no answer comes, and gives the answer.</summary>
    /// <exception cref="RequestFailedException">No answer came; the session is over.</exception>
    public Task<TReply> RequestAsync<TRequest, TReply>(in TRequest request, Func<TReply, bool>? accept, CancellationToken cancel)
        where TRequest : struct, IMessage<TRequest>
        where TReply : struct, IMessage<TReply>
    {
        PendingRequestOf<TReply> pending = new(NextHeader(TRequest.Type), accept);
        pending.Encode(request);
        return RepeatAsync(pending, cancel);
    }

    /// <summary>Ends the session; the first reason stands.</summary>
    public void End(string reason)
    {
        _loop.AssertOnLoop();
        if (IsOver)
        {
            return;
        }

        _inbox.Close();
        _beat.Dispose();
        _link.Dispose();

        // The order tells who learns it when: first it is over for whoever asks, then the requests fail, then the owner goes on.
        IsOver = true;
        _opened.TrySetException(new AttemptFailedException(reason, answering: false));
        PendingRequest[] waiting = [.. _pending];
        _pending.Clear();
        foreach (PendingRequest request in waiting)
        {
            request.Fail(reason);
        }

        _ended.TrySetResult(reason);
    }

    void ILinkInboxUser.LinkOpened() => _opened.TrySetResult();

    void ILinkInboxUser.LinkLost(string reason) => End(reason);

    void ILinkInboxUser.LinkReceived(ReadOnlySpan<byte> bytes)
    {
        while (!IsOver && _reader.TryRead(ref bytes, out Frame frame))
        {
            Take(frame);
        }
    }

    private async Task<TReply> RepeatAsync<TReply>(PendingRequestOf<TReply> pending, CancellationToken cancel)
        where TReply : struct, IMessage<TReply>
    {
        if (IsOver)
        {
            throw new RequestFailedException($"{Where} is not connected: the request {pending.Header.Type} was not sent.");
        }

        _pending.Add(pending);
        try
        {
            await _repeat.ExecuteAsync(static (attempt, token) => attempt.Session.AttemptAsync(attempt.Pending, token), (Session: this, Pending: pending), cancel);
            return await pending.Reply;
        }
        catch (TimeoutRejectedException)
        {
            string reason = $"{Where} did not answer {pending.Header.Type}, sent {_options.Repeats + 1} times: check the cable and that the device is on.";
            _pending.Remove(pending);
            End(reason);
            throw new RequestFailedException(reason);
        }
        finally
        {
            // A token that was cancelled elsewhere would have brought this there.
            _loop.AssertOnLoop();
            _pending.Remove(pending);
        }
    }

    private async ValueTask AttemptAsync(PendingRequest pending, CancellationToken cancel)
    {
        _lastSent = _loop.GetTimestamp();
        _link.Send(pending.Frame, urgent: false);
        await pending.Answered.WaitAsync(cancel);
    }

    private FrameHeader NextHeader(MessageType type)
    {
        _seq = unchecked((ushort)(_seq + 1));
        return new FrameHeader(DeviceConnection.ProtocolVersion, type, _seq, BootId);
    }

    private void Take(in Frame frame)
    {
        FrameHeader header = frame.Header;
        if (header.BootId == 0)
        {
            // No device says that: an echo of what the host sent, for example.
            return;
        }

        HasHeard = true;
        PendingRequest? answered = FindAnswered(frame);
        if (BootId == 0)
        {
            if (answered is null || header.Type != MessageType.Hello.Reply())
            {
                // What an earlier conversation left in the line.
                return;
            }

            BootId = header.BootId;
        }
        else if (header.BootId != BootId)
        {
            _events.OtherBootHeard();
            End($"{Where} was reset: it speaks with a new boot id, and is identified again.");
            return;
        }

        _lastHeard = _loop.GetTimestamp();
        if (header.Type.IsReply)
        {
            TakeReply(frame);
        }
        else if (header.Type.IsEvent)
        {
            TakeEvent(frame);
        }

        if (answered is not null && _pending.Remove(answered))
        {
            answered.Complete();
        }
    }

    private PendingRequest? FindAnswered(in Frame frame)
    {
        if (!frame.Header.Type.IsReply)
        {
            return null;
        }

        foreach (PendingRequest request in _pending)
        {
            if (request.Header.Seq == frame.Header.Seq && request.Header.Type == frame.Header.Type.Request())
            {
                return request.TryTake(frame.Payload) ? request : null;
            }
        }

        return null;
    }

    private void TakeReply(in Frame frame)
    {
        if (PrefixReply.TryRead(frame.Payload, out PrefixReply reply, out _))
        {
            bool news = Hear(reply.Prefix.DeviceMs);
            if (news && StatusReplies.Carries(frame.Header.Type.Request()) && StatusReply.TryRead(frame.Payload, out StatusReply status, out _))
            {
                _events.StatusHeard(status.Status, status.Prefix.DeviceMs);
            }
        }
    }

    private void TakeEvent(in Frame frame)
    {
        switch (frame.Header.Type)
        {
            case MessageType.ShotEvent when ShotEvent.TryRead(frame.Payload, out ShotEvent shot, out _):
                Hear(shot.DeviceMs);
                _events.ShotHeard(shot);
                break;
            case MessageType.StateEvent when StateEvent.TryRead(frame.Payload, out StateEvent state, out _):
                if (Hear(state.DeviceMs))
                {
                    _events.StatusHeard(state.Status, state.DeviceMs);
                }

                break;
            case MessageType.FaultEvent when FaultEvent.TryRead(frame.Payload, out FaultEvent fault, out _):
                if (Hear(fault.DeviceMs))
                {
                    _events.StatusHeard(fault.Status, fault.DeviceMs);
                }

                _events.FaultHeard(fault);
                break;
            case MessageType.TraceEvent when TraceEvent.TryRead(frame.Payload, out TraceEvent trace, out _):
                Hear(trace.DeviceMs);
                _events.TraceHeard(trace);
                break;
            default:
                break;
        }
    }

    /// <summary>Notes the device's clock. False if this was said before something that was heard already.</summary>
    private bool Hear(uint deviceMs)
    {
        if (_heardClock && unchecked((int)(deviceMs - SeenDeviceMs)) < 0)
        {
            return false;
        }

        _heardClock = true;
        SeenDeviceMs = deviceMs;
        return true;
    }

    private void Beat()
    {
        if (IsOver || !_watching)
        {
            return;
        }

        if (_loop.GetTimestamp() - _lastHeard >= _silenceTicks)
        {
            // A host that was busy for long finds its timer due before it has looked at what came meanwhile.
            _inbox.Deliver();
            if (IsOver)
            {
                return;
            }
        }

        long now = _loop.GetTimestamp();
        if (now - _lastHeard >= _silenceTicks)
        {
            End($"{Where} has said nothing for {_options.SilenceLimit.TotalMilliseconds:0} ms: check the cable and that the device is on.");
            return;
        }

        if (now - _lastSent >= _statusTicks)
        {
            Send(new StatusRequest(), urgent: false);
        }

        long next = Math.Min(_lastSent + _statusTicks, _lastHeard + _silenceTicks);
        _beat.Change(_loop.GetElapsedTime(now, Math.Max(next, now)), Timeout.InfiniteTimeSpan);
    }
}
