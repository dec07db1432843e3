namespace MesoPen.Host.Clinic.People;

/// <summary>A token no longer counts.</summary>
/// <param name="By">Who revoked it.</param>
/// <param name="PersonId">In whose name it was.</param>
/// <param name="TokenId">The token.</param>
public sealed record ApiTokenRevoked(string By, string PersonId, string TokenId) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "person/" + PersonId;
}
