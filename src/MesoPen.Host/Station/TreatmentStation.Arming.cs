using System.Collections.Immutable;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Kernel;

namespace MesoPen.Host.Station;

/// <summary>What asks the clinic's gates first: arming, priming, looking.</summary>
internal sealed partial class TreatmentStation
{
    // What must be right before product runs through the line: the rest is asked before it goes into the skin.
    private const Readiness BeforePrime = Readiness.Product | Readiness.Consent | Readiness.Records;

    /// <summary>Looks at every gate, tells the kernel, and arms.</summary>
    /// <param name="asker">Who asks, and still has the control when it is armed.</param>
    /// <param name="zone">Zone id; null for the one that paused, or the next with points left.</param>
    /// <param name="cancel">Gives up waiting.</param>
    public async Task<StationAnswer> ArmAsync(StationAsker asker, string? zone, CancellationToken cancel)
    {
        await _asking.WaitAsync(cancel);
        try
        {
            return await ArmInTurnAsync(asker, zone, cancel);
        }
        finally
        {
            _asking.Release();
        }
    }

    private async Task<StationAnswer> ArmInTurnAsync(StationAsker asker, string? zone, CancellationToken cancel)
    {
        if (await CurrentAsync(cancel) is not { } running)
        {
            return NoSession();
        }

        (Actor who, StationControl asking) = (asker.Who, Asking(asker));
        if (RequireControl(running, asking) is { } elsewhere)
        {
            return elsewhere;
        }

        ImmutableArray<GateFinding> findings = await ExamineAsync(running, who, cancel);
        if (_unfit is { } unfit)
        {
            return new StationAnswer(unfit, findings);
        }

        ZonePlan? plan = zone is null
            ? await running.AskAsync(control => StationSums.Next(control.Session, running.Input.Plan))
            : running.Input.Plan.Zones.FirstOrDefault(each => each.Zone == zone);
        if (plan is null)
        {
            return TreatmentProblems.NotReady.With(zone is null ? "No zone has points left." : "The plan has no such zone.");
        }

        _armedBy = who;

        // The kernel arms only when everything is on the disk, what it was just told of the gates too.
        await running.LookAsync(findings, who.PersonId);
        await running.UntilAsync(session => session.AllWritten || session.RecordsFail is not null, ReachPatience, clock);

        // Writing takes its time, and what stood may have fallen meanwhile.
        findings = await ExamineAsync(running, who, cancel);
        return findings.All(finding => finding.Problem is null) && !StationSums.IsPrimed(await records!.Journal.ReadStreamAsync(running.SessionId, cancel))
            ? new StationAnswer(TreatmentProblems.NotReady.With("The line was not primed in this session: prime it, off the skin."), findings)
            : await running.ArmAsync(findings, plan.Tag, asking);
    }

    /// <summary>Looks at every gate and tells the kernel, without arming.</summary>
    public async Task LookAsync(Actor who, CancellationToken cancel)
    {
        await _asking.WaitAsync(cancel);
        try
        {
            if (await CurrentAsync(cancel) is { } running)
            {
                // Nobody pressed anything: what is found standing after an interruption was found by the station.
                string by = running.Interrupted ? TakenUp.By(options.Station) : who.PersonId;
                await running.LookAsync(await ExamineAsync(running, who, cancel), by);
            }
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <summary>Fills the line, if the product may be used, and the patient consents to it.</summary>
    public async Task<StationAnswer> PrimeAsync(StationAsker asker, CancellationToken cancel)
    {
        await _asking.WaitAsync(cancel);
        try
        {
            if (await CurrentAsync(cancel) is not { } running)
            {
                return NoSession();
            }

            StationControl asking = Asking(asker);
            if (RequireControl(running, asking) is { } elsewhere)
            {
                return elsewhere;
            }

            ImmutableArray<GateFinding> findings = await ExamineAsync(running, asker.Who, cancel);
            await running.LookAsync(findings, asking.PersonId);
            return findings.FirstOrDefault(each => BeforePrime.HasFlag(each.Item) && each.Problem is not null)?.Problem is { } problem
                    ? new StationAnswer(problem, findings)
                : await running.TakeAsync(at => new SessionEvent.Prime(at), asking) is { } refused ? refused
                : StationAnswer.Done;
        }
        finally
        {
            _asking.Release();
        }
    }
}
