namespace MesoPen.Host.Clinic.People;

/// <summary>Tokens with which programs ask in a person's name.</summary>
public static class TokenRules
{
    private const int DaysMax = 366;

    /// <summary>Issues one in one's own name; needs the password anew, so that no token begets another.</summary>
    public static Decision Issue(ClinicState state, IssueToken asked, string tokenId, string sha256, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        return !who.Fresh ? PeopleProblems.FreshSignInNeeded.With("A token is issued only with your password, in the header Signing-Password.")
            : !Words.IsLine(asked.Name) ? ClinicProblems.Invalid.With($"name takes one line of 1 to {Words.LineMax} characters.")
            : asked.Days is < 1 or > DaysMax ? ClinicProblems.Invalid.With($"days takes 1 to {DaysMax}.")
            : RoleWords.Join(asked.Roles) is not { } roles ? ClinicProblems.Invalid.With("roles takes at least one role.")
            : (roles & ~who.Roles) != Role.None ? PeopleProblems.RoleNotHeld.With("roles takes only roles that you have here.")
            : Decision.Accept(
                tokenId, new ApiTokenIssued(who.PersonId, tokenId, who.PersonId, asked.Name, roles, sha256, who.Now.AddDays(asked.Days)));
    }

    /// <summary>Revokes one: one's own, or as administrator anybody's.</summary>
    public static Decision Revoke(ClinicState state, string tokenId, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(who);
        ApiTokenIssued? token = state.People.Tokens.Values.FirstOrDefault(each => each.TokenId == tokenId);
        return token is null || (token.PersonId != who.PersonId && !who.Roles.HasFlag(Role.Administrator))
            ? ClinicProblems.Unknown.With("There is no such token.")
            : Decision.Accept(tokenId, new ApiTokenRevoked(who.PersonId, token.PersonId, tokenId));
    }
}
