using MesoPen.Host.Clinic.People;

namespace MesoPen.Host.Clinic.Site;

/// <summary>How the site's policy changes: one person proposes, another one approves, both sign.</summary>
public static class SiteRules
{
    // More is a list that nobody looks through.
    private const int LimitsMax = 500;
    private const int TreatmentsMax = 50;
    private const int DaysMax = 3660;

    /// <summary>Proposes a policy.</summary>
    public static Decision Propose(ClinicState state, ProposePolicy asked, string proposalId, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        Problem? problem = Misfit(asked.Policy)
            ?? (asked.BaseVersion != state.Site.PolicyVersion
                ? ClinicProblems.Changed.With($"base_version takes the version that holds, {state.Site.PolicyVersion}: make the proposal from that one.")
                : !Words.IsLine(asked.Reason) ? ClinicProblems.Invalid.With($"reason takes one line of 1 to {Words.LineMax} characters.")
                : PolicyDifference.Of(state.Site.Policy, asked.Policy).Count == 0 ? ClinicProblems.Invalid.With("The policy says what holds already.")
                : null);
        if (problem is not null)
        {
            return problem;
        }

        return Signing.Sign(state, who, "proposed", PolicyProposal.Hash(asked.Policy, asked.BaseVersion), out problem) is { } signature
            ? Decision.Accept(proposalId, new SitePolicyProposed(who.PersonId, proposalId, asked.Policy, asked.BaseVersion, asked.Reason, signature))
            : problem!;
    }

    /// <summary>Approves a proposed policy: it holds from now on.</summary>
    public static Decision Approve(ClinicState state, string proposalId, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(who);
        if (!state.Site.Proposals.TryGetValue(proposalId, out PolicyProposal? proposal))
        {
            return ClinicProblems.Unknown.With("There is no such proposal.");
        }

        if (proposal.Proposed.PersonId == who.PersonId)
        {
            return PeopleProblems.SecondPersonNeeded.With("Who proposed a policy does not approve it: another person does.");
        }

        if (!proposal.IsOpen || proposal.BaseVersion != state.Site.PolicyVersion)
        {
            return ClinicProblems.NotNow.With("The proposal was approved, withdrawn, or made from a version that no longer holds: propose it anew.");
        }

        return Signing.Sign(state, who, "approved", PolicyProposal.Hash(proposal.Policy, proposal.BaseVersion), out Problem? refused) is { } signature
            ? Decision.Accept(proposalId, new SitePolicyApproved(who.PersonId, proposalId, signature))
            : refused!;
    }

    /// <summary>Withdraws a proposal.</summary>
    public static Decision Withdraw(ClinicState state, string proposalId, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(who);
        return !state.Site.Proposals.TryGetValue(proposalId, out PolicyProposal? proposal) ? ClinicProblems.Unknown.With("There is no such proposal.")
            : !proposal.IsOpen ? ClinicProblems.NotNow.With("The proposal was approved or withdrawn.")
            : Decision.Accept(proposalId, new SitePolicyWithdrawn(who.PersonId, proposalId));
    }

    /// <summary>Sets how long sign-ins last and when accounts are locked; needs the password anew.</summary>
    public static Decision SetSecurity(ClinicState state, SiteSecurity asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        return !who.Fresh ? PeopleProblems.FreshSignInNeeded.With("This needs your password, in the header Signing-Password.")
            : asked.SignInHours is < 1 or > 24 ? ClinicProblems.Invalid.With("sign_in_hours takes 1 to 24.")
            : asked.FailuresMax is < 3 or > 20 ? ClinicProblems.Invalid.With("failures_max takes 3 to 20.")
            : asked.LockMinutes is < 5 or > 1440 ? ClinicProblems.Invalid.With("lock_minutes takes 5 to 1440.")
            : asked.InitialPasswordHours is < 1 or > 168 ? ClinicProblems.Invalid.With("initial_password_hours takes 1 to 168.")
            : asked.OverrideHoursMax is < 1 or > 72 ? ClinicProblems.Invalid.With("override_hours_max takes 1 to 72.")
            : Decision.Accept("security", new SiteSecuritySet(who.PersonId, asked));
    }

    private static Problem? Misfit(SitePolicy policy) =>
        policy.Limits.IsDefault || policy.CombinationDays is null ? ClinicProblems.Invalid.With("policy takes limits and combination_days; both may be empty.")
        : policy.Limits.Length > LimitsMax ? ClinicProblems.Invalid.With($"limits takes at most {LimitsMax}.")
        : policy.Limits.Any(each => each is null || !Words.IsLine(each.Reference)) ? ClinicProblems.Invalid.With("reference of a limit says where it comes from, in one line.")
        : policy.Limits.Any(each => each.Zone is not null && !Words.IsId(each.Zone)) ? ClinicProblems.Invalid.With($"zone of a limit takes {Words.IdRule}, or nothing for all.")
        : policy.Limits.Any(each => each.Value < 1) ? ClinicProblems.Invalid.With("value of a limit takes 1 or more.")
        : policy.Limits.DistinctBy(PolicyDifference.Subject).Count() != policy.Limits.Length ? ClinicProblems.Invalid.With("limits takes one limit for each kind and zone.")
        : policy.CombinationDays.Count > TreatmentsMax || policy.CombinationDays.Any(each => !Words.IsId(each.Key) || each.Value is < 0 or > DaysMax)
            ? ClinicProblems.Invalid.With($"combination_days takes treatments (peel, laser, microneedling, filler) with 0 to {DaysMax} days.")
        : policy.ScreeningDays is < 1 or > DaysMax ? ClinicProblems.Invalid.With($"screening_days takes 1 to {DaysMax}, or nothing.")
        : policy.ConsentDays is < 1 or > DaysMax ? ClinicProblems.Invalid.With($"consent_days takes 1 to {DaysMax}, or nothing.")
        : null;
}
