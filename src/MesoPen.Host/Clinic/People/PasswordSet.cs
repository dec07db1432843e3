namespace MesoPen.Host.Clinic.People;

/// <summary>A person has another password. Earlier sign-ins of the person end.</summary>
/// <param name="By">Who set it: the person, or who gave a one-time password.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Hash">Salted and slow, with its own parameters (<see cref="Passwords"/>).</param>
/// <param name="InitialUntil">A one-time password: good for nothing but choosing another, until then. Null for one that the person chose.</param>
public sealed record PasswordSet(string By, string PersonId, string Hash, DateTimeOffset? InitialUntil) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "person/" + PersonId;
}
