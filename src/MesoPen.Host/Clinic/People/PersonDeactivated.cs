namespace MesoPen.Host.Clinic.People;

/// <summary>A person no longer works here: no sign-in, no token of the person counts.</summary>
/// <param name="By">Who did it.</param>
/// <param name="PersonId">The person.</param>
public sealed record PersonDeactivated(string By, string PersonId) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "person/" + PersonId;
}
