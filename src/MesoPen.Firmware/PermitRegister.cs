using MesoPen.Protocol;

namespace MesoPen.Firmware;

/// <summary>
/// Which permit is live, which ids were seen, and when the lease ends. Ids only grow within a boot, so nothing that arrives
/// twice, late or out of order brings a permit back.
/// </summary>
internal sealed class PermitRegister
{
    private PermitGrantRequest _last;
    private bool _granted;
    private long _leaseEndMs;

    /// <summary>Whether a permit is live.</summary>
    internal bool Live { get; private set; }

    /// <summary>The live permit; meaningless if none is.</summary>
    internal ref readonly PermitGrantRequest Permit => ref _last;

    /// <summary>Highest id granted or revoked in this boot.</summary>
    internal uint IdSeen { get; private set; }

    /// <summary>Zone tag of the last granted permit.</summary>
    internal ushort Zone => _last.Zone;

    /// <summary>Why no permit is live.</summary>
    internal DisarmReason Reason { get; private set; }

    /// <summary>What is left of the lease, ms; 0 if no permit is live.</summary>
    internal int LeaseLeftMs(long nowMs) => Live ? (int)Math.Clamp(_leaseEndMs - nowMs, 0, ushort.MaxValue) : 0;

    /// <summary>What an id means before anything else is looked at: new (ok), applied before, or stale.</summary>
    internal Result Recognise(in PermitGrantRequest request)
    {
        if (request.PermitId > IdSeen)
        {
            return Result.Ok;
        }

        return _granted && request == _last ? Result.Already : Result.StaleId;
    }

    /// <summary>Whether a permit asks for the same shots in the same place as the live one.</summary>
    internal bool Continues(in PermitGrantRequest next) =>
        Live && next.Zone == _last.Zone && next.DepthUm == _last.DepthUm && next.DoseNl == _last.DoseNl
        && next.TriggerMode == _last.TriggerMode;

    /// <summary>Makes a permit that was found good the live one.</summary>
    /// <param name="permit">The permit.</param>
    /// <param name="leaseEndMs">End of its lease on <see cref="DeviceClock"/>.</param>
    internal void Grant(in PermitGrantRequest permit, long leaseEndMs)
    {
        _last = permit;
        _granted = true;
        _leaseEndMs = leaseEndMs;
        IdSeen = permit.PermitId;
        Live = true;
        Reason = DisarmReason.Live;
    }

    /// <summary>Lets the lease end at the later of what it was and this.</summary>
    internal void Renew(long leaseEndMs) => _leaseEndMs = Math.Max(_leaseEndMs, leaseEndMs);

    /// <summary>Ends the live permit if its id is this or lower, and bars all those ids. Gives whether one was live.</summary>
    internal bool Revoke(uint upToId)
    {
        IdSeen = Math.Max(IdSeen, upToId);
        return _last.PermitId <= upToId && Kill(DisarmReason.Revoked);
    }

    /// <summary>Ends the live permit. Gives whether one was.</summary>
    internal bool Kill(DisarmReason reason)
    {
        if (!Live)
        {
            return false;
        }

        Live = false;
        Reason = reason;
        return true;
    }

    /// <summary>Ends the live permit if its lease is over. Gives whether it did.</summary>
    internal bool LapseIfDue(long nowMs) => Live && nowMs >= _leaseEndMs && Kill(DisarmReason.Lapsed);
}
