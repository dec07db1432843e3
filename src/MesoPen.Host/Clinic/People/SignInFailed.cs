namespace MesoPen.Host.Clinic.People;

/// <summary>A password was wrong.</summary>
/// <param name="By">The station at which it was tried.</param>
/// <param name="PersonId">Whose password it should have been; empty for a name that is nobody's: the name itself is not kept, it may be a password.</param>
/// <param name="LockedUntil">The account is locked until then; null if it is not.</param>
public sealed record SignInFailed(string By, string PersonId, DateTimeOffset? LockedUntil) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "person/" + PersonId;
}
