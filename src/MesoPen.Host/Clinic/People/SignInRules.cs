namespace MesoPen.Host.Clinic.People;

/// <summary>Signing in and out, and what a wrong password leads to.</summary>
public static class SignInRules
{
    /// <summary>
    /// Signs in. A refusal says the same whatever the cause, and is written too: the decision is accepted with the failure as its event and
    /// an empty id.
    /// </summary>
    /// <param name="state">The clinic.</param>
    /// <param name="check">The password that was compared.</param>
    /// <param name="signInId">Id of the new sign-in.</param>
    /// <param name="sha256">Hash of what the browser is to keep.</param>
    /// <param name="who">The station.</param>
    public static Decision Begin(ClinicState state, PasswordCheck check, string signInId, string sha256, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(check);
        ArgumentNullException.ThrowIfNull(who);
        if (Failure(state, check, who) is { } failed)
        {
            return Decision.Accept("", failed);
        }

        Account account = state.People.Account(check.PersonId);
        DateTimeOffset until = who.Now.AddHours(state.Site.Security.SignInHours);
        SignInBegun begun = new(check.PersonId, signInId, sha256, who.Station, account.InitialUntil < until ? account.InitialUntil.Value : until);
        return check.Rehashed is null
            ? Decision.Accept(signInId, begun)
            : Decision.Accept(signInId, new PasswordRehashed(check.PersonId, check.PersonId, check.Rehashed), begun);
    }

    /// <summary>What a person proves anew: nothing to write and the person's id, or the failure as event and an empty id.</summary>
    public static Decision Prove(ClinicState state, PasswordCheck check, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(check);
        ArgumentNullException.ThrowIfNull(who);
        return Failure(state, check, who) is { } failed ? Decision.Accept("", failed) : Decision.Accept(check.PersonId);
    }

    /// <summary>Changes one's own password. The id is empty if the old one was wrong.</summary>
    public static Decision ChangePassword(ClinicState state, PasswordCheck check, string newHash, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(check);
        ArgumentNullException.ThrowIfNull(who);
        return Failure(state, check, who) is { } failed
            ? Decision.Accept("", failed)
            : Decision.Accept(check.PersonId, new PasswordSet(check.PersonId, check.PersonId, newHash, InitialUntil: null));
    }

    /// <summary>Signs out.</summary>
    public static Decision End(ClinicState state, string signInId, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(who);
        return state.People.SignIns.Values.Any(each => each.Id == signInId && each.PersonId == who.PersonId)
            ? Decision.Accept(signInId, new SignInEnded(who.PersonId, signInId))
            : Decision.Accept(signInId);
    }

    private static SignInFailed? Failure(ClinicState state, PasswordCheck check, Actor who)
    {
        if (!state.People.All.TryGetValue(check.PersonId, out Person? person))
        {
            return new SignInFailed(who.Station, "", LockedUntil: null);
        }

        Account account = state.People.Account(person.Id);
        if (account.IsLocked(who.Now))
        {
            // A lock does not grow while it lasts: else anybody could keep somebody out for ever with a try now and then.
            return new SignInFailed(who.Station, person.Id, account.LockedUntil);
        }

        bool holds = check.Right && check.Against == account.PasswordHash && person.Active
            && (account.InitialUntil is null || who.Now < account.InitialUntil);
        return holds ? null : new SignInFailed(
            who.Station, person.Id,
            account.Failures + 1 >= state.Site.Security.FailuresMax ? who.Now.AddMinutes(state.Site.Security.LockMinutes) : null);
    }
}
