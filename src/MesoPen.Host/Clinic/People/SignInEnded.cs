namespace MesoPen.Host.Clinic.People;

/// <summary>A person signed out.</summary>
/// <param name="By">The person.</param>
/// <param name="SignInId">The sign-in.</param>
public sealed record SignInEnded(string By, string SignInId) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "person/" + By;
}
