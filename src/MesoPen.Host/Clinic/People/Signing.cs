namespace MesoPen.Host.Clinic.People;

/// <summary>Who may sign what.</summary>
public static class Signing
{
    /// <summary>A person's signature, or why there is none.</summary>
    /// <param name="state">The clinic.</param>
    /// <param name="who">Who signs; must have proved anew to be that person.</param>
    /// <param name="meaning">What the signature says.</param>
    /// <param name="sha256">Hash of what is signed.</param>
    /// <param name="problem">Why there is none; null if there is one.</param>
    public static Signature? Sign(ClinicState state, Actor who, string meaning, string sha256, out Problem? problem)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(who);
        problem = !who.Fresh ? PeopleProblems.FreshSignInNeeded.With("Signing needs your password with this very request, in the header Signing-Password.")
            : !state.People.All.TryGetValue(who.PersonId, out Person? person) || !person.Active ? ClinicProblems.Unknown.With("The signer is nobody who works here.")
            : null;
        return problem is null ? new Signature(who.PersonId, state.People.All[who.PersonId].Name, who.Now, meaning, sha256) : null;
    }
}
