using MesoPen.Protocol;

namespace MesoPen.Firmware;

/// <summary>Grants, renews and revokes. Refuses, never clamps; a refused grant changes nothing (SR-025).</summary>
internal sealed class PermitDesk(Machine machine)
{
    private readonly DeviceConfiguration _caps = machine.Configuration;

    internal Verdict Grant(in PermitGrantRequest request)
    {
        Result known = machine.Permits.Recognise(request);
        if (known != Result.Ok)
        {
            return known;
        }

        Verdict verdict = CheckDevice(request);
        verdict = verdict.Result == Result.Ok ? CheckCaps(request) : verdict;
        verdict = verdict.Result == Result.Ok ? CheckAbsolutes(request) : verdict;
        if (verdict.Result != Result.Ok)
        {
            return verdict;
        }

        if (!machine.Permits.Continues(request))
        {
            machine.Trigger.RequireRelease();
            if (machine.Sequencer.UnderWay)
            {
                machine.EndMotion(ShotEnd.LapsedOrRevoked);
            }
        }

        machine.NeedleMove.End(machine.Clock.NowMs);
        machine.Permits.Grant(request, LeaseEndMs(request.SeenDeviceMs, request.LeaseMs));
        return Result.Ok;
    }

    internal Verdict Renew(in PermitRenewRequest request)
    {
        if (!machine.Permits.Live || request.PermitId != machine.Permits.Permit.PermitId)
        {
            return Result.StaleId;
        }

        if (machine.Clock.AgeOf(request.SeenDeviceMs) < 0)
        {
            return Result.TimeFuture;
        }

        machine.Permits.Renew(LeaseEndMs(request.SeenDeviceMs, machine.Permits.Permit.LeaseMs));
        return Result.Ok;
    }

    internal Verdict Revoke(in PermitRevokeRequest request)
    {
        if (machine.Permits.Revoke(request.PermitId))
        {
            machine.EndMotion(ShotEnd.LapsedOrRevoked);
        }

        return Result.Ok;
    }

    private long LeaseEndMs(uint seenDeviceMs, ushort leaseMs) =>
        machine.Clock.NowMs - machine.Clock.AgeOf(seenDeviceMs) + leaseMs;

    private Verdict CheckDevice(in PermitGrantRequest request)
    {
        if (machine.Latch.Latched)
        {
            return Result.Faulted;
        }

        if (machine.State is not (DeviceState.Idle or DeviceState.Armed or DeviceState.Delivering))
        {
            return Result.WrongState;
        }

        if (!machine.SelfTestPassed || !machine.IsPrimed)
        {
            return Result.NotReady;
        }

        return request.TriggerMode == machine.Trigger.Mode ? Result.Ok : Result.ModeMismatch;
    }

    private Verdict CheckCaps(in PermitGrantRequest request)
    {
        if (request.DepthUm < machine.Adjustments.DepthMinUm || request.DepthUm > machine.Adjustments.DepthMaxUm)
        {
            return Verdict.Cap(Result.DepthCap, (ulong)Math.Clamp(request.DepthUm, machine.Adjustments.DepthMinUm, machine.Adjustments.DepthMaxUm));
        }

        if (request.DoseNl < _caps.DoseMinNl || request.DoseNl > _caps.DoseMaxNl)
        {
            return Verdict.Cap(Result.DoseCap, (ulong)Math.Clamp(request.DoseNl, _caps.DoseMinNl, _caps.DoseMaxNl));
        }

        if (request.DoseNl % _caps.DoseStepNl != 0)
        {
            return Verdict.Cap(Result.DoseCap, (ulong)(request.DoseNl - (request.DoseNl % _caps.DoseStepNl)));
        }

        if (request.MinIntervalMs < _caps.MinIntervalMs)
        {
            return Verdict.Cap(Result.IntervalCap, (ulong)_caps.MinIntervalMs);
        }

        return request.LeaseMs > 0 && request.LeaseMs <= _caps.LeaseMaxMs
            ? Result.Ok
            : Verdict.Cap(Result.LeaseCap, (ulong)_caps.LeaseMaxMs);
    }

    private Verdict CheckAbsolutes(in PermitGrantRequest request)
    {
        int ageMs = machine.Clock.AgeOf(request.SeenDeviceMs);
        if (ageMs < 0)
        {
            return Result.TimeFuture;
        }

        if (ageMs >= request.LeaseMs)
        {
            return Result.TimeStale;
        }

        uint shots = machine.Counters.Shots;
        uint ahead = request.ShotLimit > shots ? request.ShotLimit - shots : 0;
        if (ahead > _caps.PermitShotsMax)
        {
            return Verdict.Cap(Result.ShotLimitCap, (ulong)shots + (ulong)_caps.PermitShotsMax);
        }

        ulong volumeAllowedNl = machine.VolumeNl + ((ulong)_caps.PermitShotsMax * request.DoseNl);
        if (request.VolumeLimitNl > volumeAllowedNl)
        {
            return Verdict.Cap(Result.VolumeLimitCap, volumeAllowedNl);
        }

        return ahead <= machine.Journal.Room ? Result.Ok : Result.JournalFull;
    }
}
