namespace MesoPen.Host.Clinic.People;

/// <summary>Problem types of accounts, competence and signatures.</summary>
public static class PeopleProblems
{
    /// <summary>A signature without a fresh proof of who signs.</summary>
    public static ProblemType FreshSignInNeeded { get; } = new(
        "fresh-sign-in-needed", 403, "Signing needs your password again", "A signature was asked for without a fresh proof of who signs.",
        "Send the password with the request, in the header Signing-Password.");

    /// <summary>The same person twice where two are needed.</summary>
    public static ProblemType SecondPersonNeeded { get; } = new(
        "second-person-needed", 403, "A second person must do this", "What needs two people was to be done by the same person twice.",
        "Ask another person who may do it.");

    /// <summary>Name or password wrong, or the account may not be used.</summary>
    public static ProblemType SignInRefused { get; } = new(
        "sign-in-refused", 401, "Signing in was refused",
        "The name or the password is not right, the account is locked after too many wrong passwords, it was deactivated, or its one-time password is too old.",
        "Check both; wait until the lock ends, or ask an administrator to unlock the account or to give a new one-time password.");

    /// <summary>The signer's password is wrong.</summary>
    public static ProblemType PasswordWrong { get; } = new(
        "password-wrong", 403, "The password is not right",
        "The password that came with the request is not that of the person who is signed in. It counts towards the lock of the account.",
        "Enter the password of the person who is signed in.");

    /// <summary>Too many wrong passwords.</summary>
    public static ProblemType Locked { get; } = new(
        "locked", 403, "The account is locked", "Too many wrong passwords in a row were given.",
        "Wait until the lock ends, or ask an administrator to unlock the account.");

    /// <summary>A one-time password must be changed first.</summary>
    public static ProblemType PasswordChangeNeeded { get; } = new(
        "password-change-needed", 403, "The one-time password must be changed first", "Who signed in with a one-time password can do nothing but change it.",
        "Choose a password of your own: POST /api/v1/session/password.");

    /// <summary>A password that may not be chosen.</summary>
    public static ProblemType PasswordUnfit { get; } = new(
        "password-unfit", 422, "The password may not be chosen", "It is too short, too long, holds the sign-in name, or is the one that is to be changed.",
        "Choose another one: a few words that belong together for nobody else are good.");

    /// <summary>Nobody would be left to administer the site.</summary>
    public static ProblemType LastAdministrator { get; } = new(
        "last-administrator", 409, "The last administrator stays", "Without this person no active administrator would be left.",
        "Make another person an administrator first.");

    /// <summary>The site was set up already.</summary>
    public static ProblemType SiteExists { get; } = new(
        "site-exists", 409, "The site was set up already", "A site is set up once.", "Sign in as its administrator.");

    /// <summary>A role was asked for that the person does not have.</summary>
    public static ProblemType RoleNotHeld { get; } = new(
        "role-not-held", 403, "The role is not held", "A token was to be more than the person is.", "Ask for roles that the person has.");

    /// <summary>Who is to treat is not a clinician.</summary>
    public static ProblemType NotAClinician { get; } = new(
        "not-a-clinician", 409, "Only an active clinician treats", "The person who is to treat is not known, was deactivated, or is not a clinician.",
        "Choose an active clinician, or let an administrator change the person's roles.");

    /// <summary>Not signed off for the device.</summary>
    public static ProblemType NotSignedOff { get; } = new(
        "not-signed-off", 409, "The clinician is not signed off for this device", "No second person has vouched that the clinician can use this family of devices.",
        "A second person signs the clinician off: POST /api/v1/people/{id}/competence.");

    /// <summary>The sign-off has expired.</summary>
    public static ProblemType CompetenceExpired { get; } = new(
        "competence-expired", 409, "The clinician's sign-off for this device has expired", "The last day of the sign-off is past.",
        "A second person signs the clinician off anew: POST /api/v1/people/{id}/competence.");

    /// <summary>The block may not be passed over.</summary>
    public static ProblemType NeverOverridden { get; } = new(
        "never-overridden", 422, "This block may not be passed over", "An override was asked for a problem that nobody may override.",
        "Remove what blocks; no signature replaces it.");
}
