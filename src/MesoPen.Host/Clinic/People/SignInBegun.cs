namespace MesoPen.Host.Clinic.People;

/// <summary>A person signed in.</summary>
/// <param name="By">The person.</param>
/// <param name="SignInId">Id of the sign-in; not a secret.</param>
/// <param name="Sha256">Hash of what the browser keeps.</param>
/// <param name="Station">Where.</param>
/// <param name="ExpiresAt">It does not count from then on.</param>
public sealed record SignInBegun(string By, string SignInId, string Sha256, string Station, DateTimeOffset ExpiresAt)
    : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "person/" + By;
}
