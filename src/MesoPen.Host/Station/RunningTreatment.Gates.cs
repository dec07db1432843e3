using System.Collections.Immutable;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Kernel;

namespace MesoPen.Host.Station;

/// <summary>What the clinic's gates found, told to the kernel: for arming, for looking, and while a zone is armed.</summary>
internal sealed partial class RunningTreatment
{
    /// <summary>Tells the kernel which prerequisites stand, and arms, if the asker has the control still. The kernel has the last word.</summary>
    public Task<StationAnswer> ArmAsync(ImmutableArray<GateFinding> findings, ushort tag, StationControl asking) => AskAsync(control =>
    {
        TellGates(findings, asking.PersonId);
        if (Control.Lost(asking) is { } lost)
        {
            Publish();
            return new StationAnswer(lost, findings);
        }

        Problem? first = findings.FirstOrDefault(finding => finding.Problem is not null)?.Problem;

        // The kernel knows by now, and would refuse: two say no.
        string? refused = first is not null ? first.Detail : Take(new SessionEvent.Arm(control.NowUnixMs, tag));
        Publish();
        return refused is null && Session.IsIn(SessionState.Armed) ? StationAnswer.Done
            : new StationAnswer(
                first ?? TreatmentProblems.NotReady.With(refused ?? Session.LimitReached?.Sentence ?? "The permit ended at once: look at the notices."), findings);
    });

    /// <summary>Tells the kernel which prerequisites stand, without arming.</summary>
    public Task<bool> LookAsync(ImmutableArray<GateFinding> findings, string person) => AskAsync(_ =>
    {
        TellGates(findings, person);
        Publish();
        return true;
    });

    /// <summary>Ends the permit, if one lives, for what the clinic entered meanwhile.</summary>
    public Task<bool> PauseAsync(ImmutableArray<GateFinding> findings, string person, string reason) => AskAsync(control =>
    {
        bool armed = Session.IsIn(SessionState.Armed);
        if (armed)
        {
            control.Take(new SessionEvent.Pause(control.NowUnixMs, reason));
        }

        TellGates(findings, person);
        Publish();
        return armed;
    });

    private void TellGates(ImmutableArray<GateFinding> findings, string person)
    {
        Readiness stand = Readiness.None;
        foreach (GateFinding finding in findings)
        {
            bool known = _told.TryGetValue(finding.Item, out string? reason);
            if (finding.Problem is null && (!known || reason is not null))
            {
                stand |= finding.Item;
            }
            else if (finding.Problem is { } problem && (!known || reason != problem.Detail))
            {
                _control.Take(new SessionEvent.Withdraw(_control.NowUnixMs, finding.Item, problem.Detail));
            }

            _told[finding.Item] = finding.Problem?.Detail;
        }

        if (stand != Readiness.None)
        {
            _control.Take(new SessionEvent.Confirm(_control.NowUnixMs, stand, person));
        }

        ImmutableArray<StationGate> seen = [.. findings.Select(StationGate.Of)];
        _gates = [.. seen.Concat(_gates.Where(gate => seen.All(each => each.Item != gate.Item))).OrderBy(gate => gate.Item)];
    }
}
