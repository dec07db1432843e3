using MesoPen.Protocol;

namespace MesoPen.Hil;

/// <summary>
/// What the device may do by what it has heard: kept beside the firmware, from the bytes alone. Where the firmware may refuse for reasons of
/// its own this allows more, never less.
/// </summary>
internal sealed class PermitWatch
{
    // Results that say no more than that a request is none for this boot (hardware/protocol.md, section 4).
    private const ushort BadVersion = 2;
    private const ushort Unknown = 5;

    private readonly WireReader _reader = new();
    private readonly List<WirePermit> _permits = [];
    private readonly List<WirePermit> _lost = [];
    private readonly HashSet<uint> _primes = [];
    private long _lostMs = -1;
    private uint _bootId;
    private uint _voidUpTo;
    private uint _idMax;
    private uint _clearedSeq;
    private readonly Dictionary<ushort, (uint ClearedSeq, long? StoppedMs)> _beforeClear = [];
    private readonly HashSet<(ushort Seq, MessageType Type)> _strange = [];
    private readonly WireReader _answers = new();

    /// <summary>When a stop was heard that was not cleared since, ms; null if none.</summary>
    public long? StoppedMs { get; private set; }

    /// <summary>When a permit was last live, ms.</summary>
    public long LastLiveMs { get; private set; } = long.MinValue / 2;

    /// <summary>When a good frame was last heard, ms.</summary>
    public long LastFrameMs { get; private set; } = long.MinValue / 2;

    /// <summary>Permits that may be live.</summary>
    public IReadOnlyList<WirePermit> Permits => _permits;

    /// <summary>Volume of all primes and purges that were asked for, each id once a boot, nL.</summary>
    public long PrimeAllowedNl { get; private set; }

    /// <summary>Permits under which a shot may have begun in this millisecond: those that live, and those that ended in it with the power.</summary>
    public IEnumerable<WirePermit> PermitsIn(long ms) => _lostMs == ms ? _permits.Concat(_lost) : _permits;

    /// <summary>After each of the device's milliseconds, with its uptime by its own clock and what it heard at the beginning of it.</summary>
    public void Step(long ms, uint bootId, long uptime, ReadOnlySpan<byte> heard)
    {
        if (bootId != _bootId)
        {
            (_bootId, _voidUpTo, _idMax, _clearedSeq, StoppedMs) = (bootId, 0, 0, 0, null);
            _primes.Clear();
            _lost.Clear();
            _lost.AddRange(_permits);
            _lostMs = ms;
            _permits.Clear();
        }

        while (_reader.TryRead(ref heard, out WireFrame frame))
        {
            if (bootId != 0)
            {
                LastFrameMs = ms;
                Hear(frame, ms, uptime);
            }
        }

        if (_permits.Count > 0)
        {
            // Once a millisecond: backwards and in place, so that nothing is allocated for it.
            for (int i = _permits.Count - 1; i >= 0; i--)
            {
                if (_permits[i].LeaseEndMs <= uptime)
                {
                    _permits.RemoveAt(i);
                }
            }

            LastLiveMs = _permits.Count > 0 ? ms : LastLiveMs;
        }
    }

    /// <summary>What the device says in the same millisecond: a release that it refuses has released nothing.</summary>
    public void HearAnswers(ReadOnlySpan<byte> said)
    {
        while (_answers.TryRead(ref said, out WireFrame frame))
        {
            bool refused = frame.Type == MessageType.FaultClear.Reply() && frame.Has(2) && frame.U16(0) > 1;
            if (refused && _beforeClear.TryGetValue(frame.Seq, out (uint ClearedSeq, long? StoppedMs) before))
            {
                (_clearedSeq, StoppedMs) = before;
            }

            if (frame.IsReply && frame.Has(2) && frame.U16(0) is < BadVersion or > Unknown && _strange.Contains((frame.Seq, frame.Answered)))
            {
                throw new BrokenInvariantException(3, $"{frame.Answered} was meant for another boot of the device, and it was looked at.");
            }
        }

        _beforeClear.Clear();
        _strange.Clear();
    }

    private void Hear(in WireFrame frame, long ms, long uptime)
    {
        if (frame.Type == MessageType.Stop)
        {
            StoppedMs ??= ms;
            Void(_idMax);
        }
        else if (frame.BootId != _bootId)
        {
            NoteStrange(frame);
            return;
        }

        switch (frame.Type)
        {
            case MessageType.PermitGrant when frame.Has(36):
                Grant(WirePermit.Read(frame), uptime);
                break;
            case MessageType.PermitRenew when frame.Has(8):
                if (Live(frame.U32(0)) is { } live && frame.U32(4) is var seen && seen <= uptime)
                {
                    live.LeaseEndMs = Math.Max(live.LeaseEndMs, seen + Math.Min(live.LeaseMs, WirePermit.LeaseMaxMs));
                }

                break;
            case MessageType.PermitRevoke when frame.Has(4):
                Void(frame.U32(0));
                break;
            case MessageType.Prime when frame.Has(12) && _primes.Add(frame.U32(0)):
                PrimeAllowedNl += frame.U32(8);
                break;
            case MessageType.Retract:
                Void(_idMax);
                break;
            case MessageType.FaultClear when frame.Has(4):
                // An old one that comes again clears nothing.
                uint cleared = frame.U32(0);
                _beforeClear[frame.Seq] = (_clearedSeq, StoppedMs);
                StoppedMs = cleared > _clearedSeq ? null : StoppedMs;
                _clearedSeq = Math.Max(_clearedSeq, cleared);
                break;
            default:
                break;
        }
    }

    /// <summary>A request for another boot that changes something: whatever it asks, this boot has nothing to say to it but that.</summary>
    private void NoteStrange(in WireFrame frame)
    {
        if (frame.Type is >= MessageType.PermitGrant and not (MessageType.Stop or MessageType.JournalRead) && frame.Type <= MessageType.FaultClear)
        {
            _strange.Add((frame.Seq, frame.Type));
        }
    }

    private void Grant(WirePermit grant, long uptime)
    {
        _idMax = Math.Max(_idMax, grant.Id);
        bool known = grant.Id <= _voidUpTo || _permits.Exists(permit => permit.Id == grant.Id);
        if (!known && StoppedMs is null && grant.SeenDeviceMs <= uptime)
        {
            _permits.Add(grant);
        }
    }

    private WirePermit? Live(uint id) => _permits.Find(permit => permit.Id == id);

    private void Void(uint upTo)
    {
        _voidUpTo = Math.Max(_voidUpTo, upTo);
        _permits.RemoveAll(permit => permit.Id <= upTo);
    }
}
