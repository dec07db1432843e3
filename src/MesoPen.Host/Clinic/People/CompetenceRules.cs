using MesoPen.Host.Clinic.Treatments;

namespace MesoPen.Host.Clinic.People;

/// <summary>Who can use which devices, and who says so.</summary>
public static class CompetenceRules
{
    /// <summary>Why the clinician may not use this family of devices now; null if nothing speaks against it.</summary>
    public static Problem? Blocks(ClinicState state, TreatmentIntent intent, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(intent);
        if (!state.People.All.TryGetValue(intent.ClinicianId, out Person? person) || !person.Active || !person.Roles.HasFlag(Role.Clinician))
        {
            return PeopleProblems.NotAClinician.With("Who is to treat is not an active clinician of this site: choose one who is.");
        }

        DateOnly today = DateOnly.FromDateTime(now.UtcDateTime);
        return !person.Competence.TryGetValue(intent.DeviceFamily, out Competence? competence)
                ? PeopleProblems.NotSignedOff.With($"{person.Name} is not signed off for {intent.DeviceFamily}: a second person signs it off.")
            : competence.Until < today
                ? PeopleProblems.CompetenceExpired.With($"{person.Name} was signed off for {intent.DeviceFamily} until {competence.Until:yyyy-MM-dd}: a second person signs it off anew.")
            : null;
    }

    /// <summary>Signs a person off for a family of devices.</summary>
    public static Decision SignOff(ClinicState state, string personId, SignOffCompetence asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        Problem? problem = !state.People.All.TryGetValue(personId, out Person? person) ? ClinicProblems.Unknown.With("There is no such person.")
            : !person.Active || !person.Roles.HasFlag(Role.Clinician) ? PeopleProblems.NotAClinician.With("Only an active clinician is signed off.")
            : personId == who.PersonId ? PeopleProblems.SecondPersonNeeded.With("Nobody signs off himself: another person does.")
            : !Words.IsId(asked.DeviceFamily) ? ClinicProblems.Invalid.With($"device_family takes {Words.IdRule}.")
            : asked.Until < who.Today ? ClinicProblems.Invalid.With("until takes today or a later day.")
            : null;
        if (problem is not null)
        {
            return problem;
        }

        string hash = ClinicJson.Sha256(new { PersonId = personId, asked.DeviceFamily, asked.Until });
        return Signing.Sign(state, who, "signed off", hash, out problem) is { } signature
            ? Decision.Accept(personId, new CompetenceSignedOff(who.PersonId, personId, asked.DeviceFamily, asked.Until, signature))
            : problem!;
    }

    /// <summary>Withdraws it.</summary>
    public static Decision Withdraw(ClinicState state, string personId, WithdrawCompetence asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        return !state.People.All.TryGetValue(personId, out Person? person) || !person.Competence.ContainsKey(asked.DeviceFamily)
                ? ClinicProblems.Unknown.With("There is no such sign-off.")
            : !Words.IsLine(asked.Reason) ? ClinicProblems.Invalid.With($"reason takes one line of 1 to {Words.LineMax} characters.")
            : Decision.Accept(personId, new CompetenceWithdrawn(who.PersonId, personId, asked.DeviceFamily, asked.Reason));
    }
}
