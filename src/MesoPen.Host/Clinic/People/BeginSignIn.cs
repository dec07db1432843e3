namespace MesoPen.Host.Clinic.People;

/// <summary>Asks to sign in.</summary>
/// <param name="PersonId">Sign-in name.</param>
/// <param name="Password">The password.</param>
public sealed record BeginSignIn(string PersonId, string Password)
{
    /// <summary>Without the password: nothing that is logged or kept may hold it.</summary>
    public override string ToString() => nameof(BeginSignIn);
}
