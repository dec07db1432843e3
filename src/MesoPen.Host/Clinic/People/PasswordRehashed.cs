namespace MesoPen.Host.Clinic.People;

/// <summary>The same password, kept with more rounds than before.</summary>
/// <param name="By">The person, who had just signed in.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Hash">Salted and slow, with its own parameters.</param>
public sealed record PasswordRehashed(string By, string PersonId, string Hash) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "person/" + PersonId;
}
