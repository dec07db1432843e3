namespace MesoPen.Host.Clinic.People;

/// <summary>Who works here, and how accounts change.</summary>
public static class AccountRules
{
    /// <summary>What a sign-in name is, for sentences.</summary>
    public const string NameRule = "2 to 32 small letters, digits, dots or hyphens, beginning with a letter";

    /// <summary>Sets up a site that has no people yet, with an administrator.</summary>
    /// <param name="state">The clinic.</param>
    /// <param name="siteName">The clinic's name, as it is printed on records.</param>
    /// <param name="administrator">The first administrator; the role is added.</param>
    /// <param name="passwordHash">Hash of the password.</param>
    /// <param name="who">Who sets it up.</param>
    /// <param name="own">The person chose the password; else it is a one-time one, and must be changed.</param>
    /// <param name="language">Language of the clinic, BCP 47; null if none was stated.</param>
    public static Decision SetUp(
        ClinicState state, string siteName, AddPerson administrator, string passwordHash, Actor who, bool own = false, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(administrator);
        ArgumentNullException.ThrowIfNull(who);
        Problem? problem = state.Site.Name is not null || !state.People.All.IsEmpty
                ? PeopleProblems.SiteExists.With("The records of this site have begun already: sign in as its administrator.")
            : !Words.IsLine(siteName) ? ClinicProblems.Invalid.With($"The site's name takes one line of 1 to {Words.LineMax} characters.")
            : language is not null && !Words.IsLanguage(language) ? ClinicProblems.Invalid.With("language takes a language tag, such as en or pt-BR.")
            : Misfit(state, administrator);
        return problem is not null ? problem : Decision.Accept(
            administrator.PersonId,
            new Site.SiteInitialised(who.PersonId, siteName, language),
            new PersonAdded(who.PersonId, administrator.PersonId, administrator.Name, RoleWords.Join(administrator.Roles)!.Value | Role.Administrator),
            new PasswordSet(own ? administrator.PersonId : who.PersonId, administrator.PersonId, passwordHash, own ? null : InitialUntil(state, who)));
    }

    /// <summary>Adds a person with a one-time password.</summary>
    public static Decision Add(ClinicState state, AddPerson asked, string passwordHash, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        return Misfit(state, asked) is { } problem ? problem : Decision.Accept(
            asked.PersonId,
            new PersonAdded(who.PersonId, asked.PersonId, asked.Name, RoleWords.Join(asked.Roles)!.Value),
            new PasswordSet(who.PersonId, asked.PersonId, passwordHash, InitialUntil(state, who)));
    }

    /// <summary>Changes what a person may be. Sign-ins and tokens follow at once.</summary>
    public static Decision ChangeRoles(ClinicState state, string personId, ChangeRoles asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        return Known(state, personId, out Person? person) is { } unknown ? unknown
            : RoleWords.Join(asked.Roles) is not { } roles ? ClinicProblems.Invalid.With("roles takes at least one role.")
            : !roles.HasFlag(Role.Administrator) && IsLastAdministrator(state, person!) ? LastStays()
            : roles == person!.Roles ? Decision.Accept(personId)
            : Decision.Accept(personId, new PersonRolesChanged(who.PersonId, personId, roles));
    }

    /// <summary>A person no longer works here.</summary>
    public static Decision Deactivate(ClinicState state, string personId, Actor who)
    {
        ArgumentNullException.ThrowIfNull(who);
        return Known(state, personId, out Person? person) is { } unknown ? unknown
            : IsLastAdministrator(state, person!) ? LastStays()
            : !person!.Active ? Decision.Accept(personId)
            : Decision.Accept(personId, new PersonDeactivated(who.PersonId, personId));
    }

    /// <summary>A person works here again, with a one-time password.</summary>
    public static Decision Reactivate(ClinicState state, string personId, string passwordHash, Actor who)
    {
        ArgumentNullException.ThrowIfNull(who);
        return Known(state, personId, out Person? person) is { } unknown ? unknown
            : person!.Active ? ClinicProblems.NotNow.With("The person is active.")
            : Decision.Accept(
                personId, new PersonReactivated(who.PersonId, personId), new PasswordSet(who.PersonId, personId, passwordHash, InitialUntil(state, who)));
    }

    /// <summary>Gives a person a one-time password in place of the one that was forgotten.</summary>
    public static Decision ResetPassword(ClinicState state, string personId, string passwordHash, Actor who)
    {
        ArgumentNullException.ThrowIfNull(who);
        return Known(state, personId, out Person? person) is { } unknown ? unknown
            : !person!.Active ? ClinicProblems.NotNow.With("The person was deactivated: reactivate the account.")
            : personId == who.PersonId ? ClinicProblems.NotNow.With("Your own password you change yourself: POST /api/v1/session/password.")
            : Decision.Accept(personId, new PasswordSet(who.PersonId, personId, passwordHash, InitialUntil(state, who)));
    }

    /// <summary>Ends a lock before its time.</summary>
    public static Decision Unlock(ClinicState state, string personId, Actor who)
    {
        ArgumentNullException.ThrowIfNull(who);
        return Known(state, personId, out _) is { } unknown ? unknown : Decision.Accept(personId, new PersonUnlocked(who.PersonId, personId));
    }

    /// <summary>Ends every sign-in of a person.</summary>
    public static Decision SignOutEverywhere(ClinicState state, string personId, Actor who)
    {
        ArgumentNullException.ThrowIfNull(who);
        return Known(state, personId, out _) is { } unknown ? unknown : Decision.Accept(personId, new AllSignInsEnded(who.PersonId, personId));
    }

    private static Problem? Misfit(ClinicState state, AddPerson asked) =>
        !IsName(asked.PersonId) ? ClinicProblems.Invalid.With($"person_id takes {NameRule}.")
        : state.People.All.ContainsKey(asked.PersonId) ? ClinicProblems.Exists.With("A person of this person_id exists already: choose another one.")
        : !Words.IsLine(asked.Name) ? ClinicProblems.Invalid.With($"name takes one line of 1 to {Words.LineMax} characters.")
        : RoleWords.Join(asked.Roles) is null ? ClinicProblems.Invalid.With("roles takes at least one role.")
        : null;

    private static bool IsName(string text) =>
        text.Length is >= 2 and <= 32 && char.IsAsciiLetterLower(text[0])
        && text.All(each => char.IsAsciiLetterLower(each) || char.IsAsciiDigit(each) || each is '.' or '-');

    private static DateTimeOffset InitialUntil(ClinicState state, Actor who) => who.Now.AddHours(state.Site.Security.InitialPasswordHours);

    private static Problem? Known(ClinicState state, string personId, out Person? person)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.People.All.TryGetValue(personId, out person) ? null : ClinicProblems.Unknown.With("There is no such person.");
    }

    private static bool IsLastAdministrator(ClinicState state, Person person) =>
        person.Active && person.Roles.HasFlag(Role.Administrator)
        && !state.People.All.Values.Any(other => other.Id != person.Id && other.Active && other.Roles.HasFlag(Role.Administrator));

    private static Problem LastStays() => PeopleProblems.LastAdministrator.With("No other active administrator would be left: make somebody else one first.");
}
