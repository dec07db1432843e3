namespace MesoPen.Host.Clinic.People;

/// <summary>Problem types of accounts, competence and signatures.</summary>
public static class PeopleProblems
{
    /// <summary>A signature without a fresh proof of who signs.</summary>
    public static ProblemType FreshSignInNeeded { get; } = new(
        "fresh-sign-in-needed", 403, "Signing needs your password again", "A signature was asked for without a fresh proof of who signs.",
        "Send the password with the request, in the header Signing-Password.");
}
