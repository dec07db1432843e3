using MesoPen.Protocol;

namespace MesoPen.Hil;

/// <summary>
/// What the device may do by what it has heard: kept beside the firmware, from the bytes alone. Where the firmware may refuse for reasons of
/// its own this allows more, never less.
/// </summary>
internal sealed class PermitWatch
{
    private readonly FrameReader _reader = new();
    private readonly List<WirePermit> _permits = [];
    private readonly List<WirePermit> _lost = [];
    private long _lostMs = -1;
    private uint _bootId;
    private uint _voidUpTo;
    private uint _idMax;
    private uint _clearedSeq;

    /// <summary>When a stop was heard that was not cleared since, ms; null if none.</summary>
    public long? StoppedMs { get; private set; }

    /// <summary>When a permit was last live, ms.</summary>
    public long LastLiveMs { get; private set; } = long.MinValue / 2;

    /// <summary>When a good frame was last heard, ms.</summary>
    public long LastFrameMs { get; private set; } = long.MinValue / 2;

    /// <summary>Permits that may be live.</summary>
    public IReadOnlyList<WirePermit> Permits => _permits;

    /// <summary>Permits under which a shot may have begun in this millisecond: those that live, and those that ended in it with the power.</summary>
    public IEnumerable<WirePermit> PermitsIn(long ms) => _lostMs == ms ? _permits.Concat(_lost) : _permits;

    /// <summary>After each of the device's milliseconds, with its uptime by its own clock and what it heard at the beginning of it.</summary>
    public void Step(long ms, uint bootId, long uptime, ReadOnlySpan<byte> heard)
    {
        if (bootId != _bootId)
        {
            (_bootId, _voidUpTo, _idMax, _clearedSeq, StoppedMs) = (bootId, 0, 0, 0, null);
            _lost.Clear();
            _lost.AddRange(_permits);
            _lostMs = ms;
            _permits.Clear();
        }

        while (_reader.TryRead(ref heard, out Frame frame))
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

    private void Hear(in Frame frame, long ms, long uptime)
    {
        FrameHeader header = frame.Header;
        if (header.Type == MessageType.Stop)
        {
            StoppedMs ??= ms;
            Void(_idMax);
        }
        else if (header.BootId != _bootId)
        {
            return;
        }

        switch (header.Type)
        {
            case MessageType.PermitGrant when PermitGrantRequest.TryRead(frame.Payload, out PermitGrantRequest grant, out _):
                Grant(grant, uptime);
                break;
            case MessageType.PermitRenew when PermitRenewRequest.TryRead(frame.Payload, out PermitRenewRequest renew, out _):
                if (_permits.Find(permit => permit.Id == renew.PermitId) is { } live && renew.SeenDeviceMs <= uptime)
                {
                    live.LeaseEndMs = Math.Max(live.LeaseEndMs, renew.SeenDeviceMs + live.LeaseMs);
                }

                break;
            case MessageType.PermitRevoke when PermitRevokeRequest.TryRead(frame.Payload, out PermitRevokeRequest revoke, out _):
                Void(revoke.PermitId);
                break;
            case MessageType.Retract:
                Void(_idMax);
                break;
            case MessageType.FaultClear when FaultClearRequest.TryRead(frame.Payload, out FaultClearRequest clear, out _):
                // An old one that comes again clears nothing.
                StoppedMs = clear.FaultSeq > _clearedSeq ? null : StoppedMs;
                _clearedSeq = Math.Max(_clearedSeq, clear.FaultSeq);
                break;
            default:
                break;
        }
    }

    private void Grant(in PermitGrantRequest grant, long uptime)
    {
        _idMax = Math.Max(_idMax, grant.PermitId);
        uint id = grant.PermitId;
        if (id <= _voidUpTo || StoppedMs is not null || grant.SeenDeviceMs > uptime || _permits.Exists(known => known.Id == id))
        {
            return;
        }

        _permits.Add(new WirePermit(grant.PermitId, grant.Zone, grant.DepthUm, grant.DoseNl, grant.ShotLimit, grant.VolumeLimitNl, grant.LeaseMs, grant.MinIntervalMs)
        {
            LeaseEndMs = grant.SeenDeviceMs + (long)grant.LeaseMs,
        });
    }

    private void Void(uint upTo)
    {
        _voidUpTo = Math.Max(_voidUpTo, upTo);
        _permits.RemoveAll(permit => permit.Id <= upTo);
    }
}
