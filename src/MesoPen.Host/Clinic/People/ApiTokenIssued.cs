namespace MesoPen.Host.Clinic.People;

/// <summary>A program may ask in a person's name.</summary>
/// <param name="By">Who issued it.</param>
/// <param name="TokenId">Id of the token; not a secret.</param>
/// <param name="PersonId">In whose name.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Roles">What it may be; at most what the person may.</param>
/// <param name="Sha256">Hash of the token; the token itself is shown once and kept nowhere.</param>
/// <param name="ExpiresAt">It does not count from then on.</param>
public sealed record ApiTokenIssued(string By, string TokenId, string PersonId, string Name, Role Roles, string Sha256, DateTimeOffset ExpiresAt)
    : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "person/" + PersonId;
}
