namespace MesoPen.Host.Clinic.People;

/// <summary>A person works here again.</summary>
/// <param name="By">Who did it.</param>
/// <param name="PersonId">The person.</param>
public sealed record PersonReactivated(string By, string PersonId) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "person/" + PersonId;
}
