namespace MesoPen.Host.Clinic.People;

/// <summary>How two people agree to pass over a block.</summary>
public static class OverrideRules
{
    /// <summary>A clinician proposes it, signed.</summary>
    public static Decision Propose(ClinicState state, ProposeOverride asked, string overrideId, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        int hoursMax = state.Site.Security.OverrideHoursMax;
        Problem? problem = !ProblemCatalogue.All.ContainsKey(asked.Problem) && !Overrides.Possible.Contains(asked.Problem)
                ? ClinicProblems.Invalid.With("problem takes the id of a problem type, such as plan-not-due.")
            : !Overrides.Possible.Contains(asked.Problem)
                ? PeopleProblems.NeverOverridden.With($"Only these may be passed over: {string.Join(", ", Overrides.Possible.Order())}.")
            : !state.Patients.All.ContainsKey(asked.PatientId) ? ClinicProblems.Invalid.With("patient_id takes a patient of this clinic.")
            : !Words.IsId(asked.PlanId) ? ClinicProblems.Invalid.With($"plan_id takes {Words.IdRule}.")
            : asked.PlanVersion < 1 ? ClinicProblems.Invalid.With("plan_version takes 1 or more.")
            : asked.Hours < 1 || asked.Hours > hoursMax ? ClinicProblems.Invalid.With($"hours takes 1 to {hoursMax}, as the site has set.")
            : !Words.IsLine(asked.Reason) ? ClinicProblems.Invalid.With($"reason takes one line of 1 to {Words.LineMax} characters.")
            : null;
        if (problem is not null)
        {
            return problem;
        }

        OverrideSubject subject = new(asked.Problem, asked.PatientId, asked.PlanId, asked.PlanVersion, who.Now.AddHours(asked.Hours));
        return Signing.Sign(state, who, "proposed", Override.Hash(subject, asked.Reason), out problem) is { } signature
            ? Decision.Accept(overrideId, new OverrideProposed(who.PersonId, overrideId, subject, asked.Reason, signature))
            : problem!;
    }

    /// <summary>A second person agrees, signed.</summary>
    public static Decision Agree(ClinicState state, string overrideId, Actor who)
    {
        ArgumentNullException.ThrowIfNull(who);
        if (Find(state, overrideId, out Override? found) is { } problem)
        {
            return problem;
        }

        if (found!.Proposed.PersonId == who.PersonId)
        {
            return PeopleProblems.SecondPersonNeeded.With("Who proposed an override does not sign it: another person does.");
        }

        if (!found.IsOpen || found.Subject.Until <= who.Now)
        {
            return ClinicProblems.NotNow.With("The override was signed, withdrawn or is past its time: propose another one.");
        }

        return Signing.Sign(state, who, "agreed", Override.Hash(found.Subject, found.Reason), out Problem? refused) is { } signature
            ? Decision.Accept(overrideId, new OverrideSigned(who.PersonId, overrideId, signature))
            : refused!;
    }

    /// <summary>It does not count, or no longer.</summary>
    public static Decision Withdraw(ClinicState state, string overrideId, Actor who)
    {
        ArgumentNullException.ThrowIfNull(who);
        return Find(state, overrideId, out Override? found) is { } problem ? problem
            : found!.WithdrawnBy is not null ? Decision.Accept(overrideId)
            : Decision.Accept(overrideId, new OverrideWithdrawn(who.PersonId, overrideId));
    }

    private static Problem? Find(ClinicState state, string overrideId, out Override? found)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.People.Overrides.TryGetValue(overrideId, out found) ? null : ClinicProblems.Unknown.With("There is no such override.");
    }
}
